import type { LabelText } from './label-text.ts';

/** Commands begin with these; in text they are read by the printer. */
const plain = (text: string): string => text.replace(/[\^~\\]/g, ' ');

const field = (y: number, size: number, text: string): string =>
  `^FO40,${y}^A0N,${size},${size}^FD${plain(text)}^FS`;

/** A label in ZPL II, in UTF-8 (`^CI28`), 8 dots a millimetre; the printer draws the barcode from the number. */
export const labelZpl = (text: LabelText): string =>
  [
    '^XA^CI28^PW800^LL1440',
    field(40, 80, text.sortingCode),
    field(130, 40, text.route),
    `^FO40,200^BY3^BCN,140,Y,N,N^FD${plain(text.waybillNo)}^FS`,
    ...text.consignee.map((one, index) => field(420 + index * 50, 36, one)),
    ...text.sender.map((one, index) => field(560 + index * 50, 30, one)),
    field(700, 30, text.contents),
    '^XZ',
  ].join('\n');
