import type { Clause } from './clause.ts';
import { escaped, type Html, paragraph, table } from './html.ts';

/** The inside of a line of our own Markdown: names between backticks, words between asterisks. */
const inline = (line: string): Html =>
  line
    .split('`')
    .map((part, at) =>
      at % 2 === 0
        ? escaped(part).replace(/\*([^*]+)\*/g, '<em>$1</em>')
        : `<code>${escaped(part)}</code>`,
    )
    .join('');

const cellsOf = (row: string): readonly string[] =>
  row
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());

/** Width for each column, in percent: as much as its longest cell asks for, within bounds. */
const widthsOf = (rows: readonly (readonly string[])[]): readonly number[] => {
  const longest = (rows[0] ?? []).map((_, at) =>
    Math.min(60, Math.max(12, ...rows.map((cells) => cells[at]?.length ?? 0))),
  );
  const whole = longest.reduce((sum, one) => sum + one, 0);
  return longest.map((one) => Math.round((1000 * one) / whole) / 10);
};

const blockHtml = (block: readonly string[]): Html => {
  const [first = '', , ...rest] = block;
  if (!first.startsWith('|')) return block.map((line) => paragraph(inline(line))).join('\n');
  const rows = [first, ...rest].map(cellsOf);
  const [heads = [], ...body] = rows;
  return table({
    heads,
    widths: widthsOf(rows),
    rows: body.map((cells) => cells.map(inline)),
    kind: heads.length > 5 ? 'dense' : 'policy',
  });
};

/** Lines of a page between headings, in blocks of lines without an empty one. */
const bodyOf = (lines: readonly string[]): readonly Html[] => {
  const blocks: string[][] = [[]];
  for (const line of lines) {
    if (line !== '') blocks.at(-1)?.push(line);
    else if (blocks.at(-1)?.length !== 0) blocks.push([]);
  }
  return blocks.filter((block) => block.length > 0).map(blockHtml);
};

type Open = { readonly title: string; readonly lines: string[]; readonly below: Open[] };

/** A page of ours as a clause: its first heading, and clauses for the headings below. */
export const markdownClauses = (page: string, id: string): readonly Clause[] => {
  const path: Open[] = [{ title: '', lines: [], below: [] }];
  for (const line of page.split('\n')) {
    const [, marks = '', title = ''] = /^(#+) (.*)$/.exec(line) ?? [];
    if (marks === '') {
      path.at(-1)?.lines.push(line);
      continue;
    }
    const open: Open = { title, lines: [], below: [] };
    path.length = marks.length;
    path.at(-1)?.below.push(open);
    path.push(open);
  }
  const closed = (open: Open, place: string): Clause => ({
    id: place,
    title: open.title,
    body: bodyOf(open.lines),
    clauses: open.below.map((one, at) => closed(one, `${place}-${at + 1}`)),
  });
  return (path[0]?.below ?? []).map((one, at) => closed(one, at === 0 ? id : `${id}-${at + 1}`));
};
