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

const line = (y: number, size: number, text: string): string =>
  `<text x="4" y="${y}" font-size="${size}">${escaped(text)}</text>`;

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
  const inner = width - 8;
  const code = barcode(text.waybillNo).replace(
    '<svg ',
    `<svg x="4" y="26" width="${inner}" height="18" preserveAspectRatio="none" `,
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
    line(67, 4, consigneeAddress),
    line(80, 4, `寄 ${senderContact}`),
    line(86, 3.5, senderAddress),
    line(98, 4, `内件 ${text.contents}`),
    line(112, 4, '签收'),
    '</svg>',
  ].join('\n');
};
