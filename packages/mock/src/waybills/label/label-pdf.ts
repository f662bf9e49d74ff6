import type { LabelPage, Mark } from './label-page.ts';
import { placeSymbol } from './placed-symbol.ts';

/** Writes a page as PDF. Handed in where there is one: fonts of Chinese are large, and not for a browser. */
export type PdfPrinter = (page: LabelPage) => Promise<Uint8Array<ArrayBuffer>>;

/** Files of a TrueType font that has simplified Chinese, loaded when the first label is printed. */
export type LabelFonts = {
  readonly regular: () => Promise<Uint8Array>;
  readonly bold: () => Promise<Uint8Array>;
};

const POINTS_A_MILLIMETRE = 72 / 25.4;

const drawOn = (document: PDFKit.PDFDocument, mark: Mark): void => {
  switch (mark.kind) {
    case 'TEXT':
      document
        .font(mark.isBold ? 'bold' : 'regular')
        .fontSize(mark.size)
        .fillColor(mark.isWhite ? '#fff' : '#000')
        // no kerning or ligatures: each glyph is one character, also where text is copied out
        .text(mark.text, mark.x, mark.y, {
          baseline: 'alphabetic',
          lineBreak: false,
          features: [],
        });
      return;
    case 'LINEAR':
    case 'SQUARE': {
      const { symbol, x, y, moduleWidth, moduleHeight } = placeSymbol(mark);
      document.save().translate(x, y).scale(moduleWidth, moduleHeight);
      document.path(symbol.path).fill('#000', 'even-odd');
      document.restore();
      return;
    }
    default:
      document.rect(mark.x, mark.y, mark.width, mark.height).fill('#000');
  }
};

/** A printer that embeds, of its fonts, the characters of each label. It writes no title and no subject. */
export const pdfPrinter = ({ regular, bold }: LabelFonts): PdfPrinter => {
  let fonts: Promise<readonly [Uint8Array, Uint8Array]> | undefined;
  return async ({ widthMillimetres, heightMillimetres, marks }) => {
    const { default: PDFDocument } = await import('pdfkit');
    fonts ??= Promise.all([regular(), bold()]);
    const [regularFont, boldFont] = await fonts;
    const document = new PDFDocument({
      size: [widthMillimetres * POINTS_A_MILLIMETRE, heightMillimetres * POINTS_A_MILLIMETRE],
      margin: 0,
      font: '',
      lang: 'zh-CN',
      // the library would write the hour; the same label is the same bytes
      info: { Creator: 'openwaybill-mock', Producer: 'openwaybill-mock', CreationDate: EPOCH },
    });
    const chunks: Uint8Array[] = [];
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    const ended = new Promise((resolve) => document.on('end', resolve));
    document.registerFont('regular', regularFont as Buffer);
    document.registerFont('bold', boldFont as Buffer);
    document.scale(POINTS_A_MILLIMETRE);
    for (const mark of marks) drawOn(document, mark);
    document.end();
    await ended;
    return new Uint8Array(await new Blob(chunks as Uint8Array<ArrayBuffer>[]).arrayBuffer());
  };
};

const EPOCH = new Date(0);
