import { emsOf, type LabelPage, type Mark } from './label-page.ts';
import { placeSymbol } from './placed-symbol.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const escaped = (text: string): string => text.replace(/[&<>"]/g, (one) => ESCAPES[one] ?? one);

/** Fonts that have simplified Chinese, by what a machine usually calls them; none is embedded. */
const FONTS = "'Noto Sans SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',sans-serif";

/** A text is set as wide as the drawing has room for, whatever font the machine has: no number runs off the label. */
const widthOf = ({ text, size }: Extract<Mark, { kind: 'TEXT' }>): string =>
  `textLength="${Math.round(emsOf(text) * size * 1000) / 1000}" lengthAdjust="spacingAndGlyphs"`;

const elementOf = (mark: Mark): string => {
  switch (mark.kind) {
    case 'TEXT':
      return `<text x="${mark.x}" y="${mark.y}" font-size="${mark.size}" ${widthOf(mark)}${mark.isBold ? ' font-weight="700"' : ''}${mark.isWhite ? ' fill="#fff"' : ''}>${escaped(mark.text)}</text>`;
    case 'LINEAR':
    case 'SQUARE': {
      const { symbol, x, y, moduleWidth, moduleHeight } = placeSymbol(mark);
      return `<path transform="translate(${x} ${y}) scale(${moduleWidth} ${moduleHeight})" fill-rule="evenodd" shape-rendering="crispEdges" d="${symbol.path}"/>`;
    }
    default:
      return `<rect x="${mark.x}" y="${mark.y}" width="${mark.width}" height="${mark.height}"/>`;
  }
};

/** A label in SVG, millimetres as units, without title, description or comment. The same input gives the same bytes. */
export const labelSvg = ({ widthMillimetres, heightMillimetres, marks }: LabelPage): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${widthMillimetres}mm" height="${heightMillimetres}mm" viewBox="0 0 ${widthMillimetres} ${heightMillimetres}" font-family="${FONTS}" xml:space="preserve">`,
    `<rect width="${widthMillimetres}" height="${heightMillimetres}" fill="#fff"/>`,
    ...marks.map(elementOf),
    '</svg>',
  ].join('\n');
