import { escaped } from '../escaped.ts';

export { escaped };

/** Markup that is finished; a text becomes markup by `escaped` alone. */
export type Html = string;

/** A paragraph of finished markup. */
export const paragraph = (inside: Html, kind?: string): Html =>
  kind === undefined ? `<p>${inside}</p>` : `<p class="${kind}">${inside}</p>`;

/** What fits into the narrowest column. Every place to break costs bytes in a print. */
const SHORT = 16;

/** A name of the wire. A long one may break after a dot, a slash, an underscore or before a capital. */
export const code = (name: string): Html => {
  const shown = escaped(name);
  return `<code>${name.length > SHORT ? shown.replace(/[a-z0-9](?=[A-Z])|[._/](?=[A-Za-z0-9{])/g, '$&<wbr>') : shown}</code>`;
};

/** A link to another place of the document. */
export const linkTo = (id: string, inside: Html): Html => `<a href="#${id}">${inside}</a>`;

/** A text in which names between backticks are names of the wire, as descriptions have them. */
export const prose = (text: string): Html =>
  text
    .split('`')
    .map((part, at) => (at % 2 === 0 ? escaped(part) : code(part)))
    .join('');

/** A table whose head is repeated on every page that it reaches. `widths` are percentages, one a column. */
export const table = (given: {
  readonly caption?: string;
  readonly heads: readonly string[];
  readonly widths: readonly number[];
  readonly rows: readonly (readonly Html[])[];
  readonly kind?: string;
}): Html => {
  const { caption, heads, widths, rows, kind } = given;
  if (rows.length === 0) return '';
  return [
    kind === undefined ? '<table>' : `<table class="${kind}">`,
    ...(caption === undefined ? [] : [`<caption>${escaped(caption)}</caption>`]),
    `<colgroup>${widths.map((width) => `<col style="width:${width}%">`).join('')}</colgroup>`,
    `<thead><tr>${heads.map((head) => `<th scope="col">${escaped(head)}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`),
    '</tbody></table>',
  ].join('\n');
};

/** Facts about one thing, a name and a value a line; a fact without a value is left out. */
export const facts = (rows: readonly (readonly [string, Html])[]): Html =>
  [
    '<table class="facts"><tbody>',
    ...rows
      .filter(([, value]) => value !== '')
      .map(([name, value]) => `<tr><th scope="row">${escaped(name)}</th><td>${value}</td></tr>`),
    '</tbody></table>',
  ].join('\n');
