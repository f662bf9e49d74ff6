import type { LabelPage, Mark } from './label-page.ts';
import { MOST_MILLIMETRES_A_MODULE, QUIET } from './placed-symbol.ts';

/** Of a printer with 203 dots an inch. */
const DOTS_A_MILLIMETRE = 8;
/** Simplified Chinese as printers of this language hold it (file name from a secondary source). */
const FONT = 'E:SIMSUN.FNT';

const dots = (millimetres: number): number => Math.round(millimetres * DOTS_A_MILLIMETRE);

/** Commands begin with these; in text they are read by the printer. */
const plain = (text: string): string => text.replace(/[\^~\\]/g, ' ');

/** Symbol characters of Code 128: at most one each, with start, a change of set, check; and the stop of 13 modules. */
const linearModules = (text: string): number => 11 * (text.length + 3) + 13;

/** Bytes that a QR code of level M holds, from version 2 on (ISO/IEC 18004 table 7). */
const QR_BYTES = [26, 42, 62, 84, 106];

const squareModules = (text: string): number => {
  const at = QR_BYTES.findIndex((bytes) => text.length <= bytes);
  return 17 + 4 * (2 + (at < 0 ? QR_BYTES.length : at));
};

type Code = Extract<Mark, { readonly kind: 'LINEAR' | 'SQUARE' }>;

/** Where a code begins, in the middle of its box, and the whole dots of a module. */
const placed = ({ kind, x, y, width, height, text }: Code) => {
  const modules = kind === 'LINEAR' ? linearModules(text) : squareModules(text);
  const room = dots(width) / (modules + 2 * QUIET[kind]);
  const most = kind === 'LINEAR' ? dots(MOST_MILLIMETRES_A_MODULE) : room;
  const module = Math.max(1, Math.floor(Math.min(room, most)));
  const spare = (dots(width) - modules * module) / 2;
  return {
    module,
    left: dots(x) + Math.round(spare),
    top: dots(y) + (kind === 'LINEAR' ? 0 : Math.round(spare)),
    tall: dots(height),
  };
};

const commandOf = (mark: Mark): string => {
  switch (mark.kind) {
    case 'TEXT': {
      const size = dots(mark.size);
      return `^FT${dots(mark.x)},${dots(mark.y)}^AZN,${size},${size}${mark.isWhite ? '^FR' : ''}^FD${plain(mark.text)}^FS`;
    }
    case 'LINEAR': {
      const { left, top, module, tall } = placed(mark);
      return `^FO${left},${top}^BY${module}^BCN,${tall},N,N,N,A^FD${plain(mark.text)}^FS`;
    }
    case 'SQUARE': {
      // the printer encodes by itself: level M, automatic input
      const { left, top, module } = placed(mark);
      return `^FO${left},${top}^BQN,2,${module}^FDMA,${plain(mark.text)}^FS`;
    }
    default: {
      const width = Math.max(1, dots(mark.width));
      const height = Math.max(1, dots(mark.height));
      return `^FO${dots(mark.x)},${dots(mark.y)}^GB${width},${height},${Math.min(width, height)}^FS`;
    }
  }
};

/** A label in ZPL II, in UTF-8 (`^CI28`); the printer draws the codes from number and token. No comments. */
export const labelZpl = ({ widthMillimetres, heightMillimetres, marks }: LabelPage): string =>
  [
    `^XA^CI28^CWZ,${FONT}^PW${dots(widthMillimetres)}^LL${dots(heightMillimetres)}`,
    ...marks.map(commandOf),
    '^XZ',
  ].join('\n');
