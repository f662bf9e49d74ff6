import { code128, drawingSVG } from 'bwip-js/browser';
import type { LabelText } from './label-text.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const escaped = (text: string): string => text.replace(/[&<>"]/g, (one) => ESCAPES[one] ?? one);

/** Code 128 (ISO/IEC 15417) of the number and nothing else, as an SVG of its own. */
const barcode = (waybillNo: string): string =>
  code128({ bcid: 'code128', text: waybillNo, scale: 2, height: 14 }, drawingSVG());

/** Space on the left and on the right. */
const MARGIN = 4;
const MOST_ROWS = 3;

/** Rows of a text that fit: a Han character is as wide as its size, so no row can be too long. */
const rowsOf = (text: string, width: number, size: number): readonly string[] => {
  const characters = [...text];
  const perRow = Math.max(1, Math.floor((width - 2 * MARGIN) / size));
  return Array.from({ length: Math.ceil(characters.length / perRow) }, (_, row) =>
    characters.slice(row * perRow, (row + 1) * perRow).join(''),
  ).slice(0, MOST_ROWS);
};

const line = (y: number, size: number, text: string): string =>
  `<text x="${MARGIN}" y="${y}" font-size="${size}">${escaped(text)}</text>`;

const lines = (y: number, size: number, width: number, text: string): readonly string[] =>
  rowsOf(text, width, size).map((row, index) => line(y + index * size * 1.2, size, row));

/** A label in SVG, millimetres as units. The same input gives the same bytes. */
export const labelSvg = (
  text: LabelText,
  {
    widthMillimetres: width,
    heightMillimetres: height,
  }: {
    readonly widthMillimetres: number;
    readonly heightMillimetres: number;
  },
): string => {
  const inner = width - 2 * MARGIN;
  const code = barcode(text.waybillNo).replace(
    '<svg ',
    `<svg x="${MARGIN}" y="26" width="${inner}" height="18" preserveAspectRatio="none" `,
  );
  const [consigneeContact = '', consigneeAddress = ''] = text.consignee;
  const [senderContact = '', senderAddress = ''] = text.sender;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}" font-family="sans-serif">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    line(14, 10, text.sortingCode),
    line(22, 5, text.route),
    code,
    line(49, 4, text.waybillNo),
    line(60, 5, `收 ${consigneeContact}`),
    ...lines(67, 4, width, consigneeAddress),
    ...lines(82, 4, width, `寄 ${senderContact}`),
    ...lines(92, 3.5, width, senderAddress),
    ...lines(105, 4, width, `内件 ${text.contents}`),
    line(122, 4, '签收'),
    '</svg>',
  ].join('\n');
};
