import { type Block, code, heading, type Inline, type Language, table } from '../block.ts';
import type { Page } from '../page.ts';
import { named, type Site } from '../site.ts';
import { WORDS } from '../words.ts';

/** A line of the page that is handed in: names between backticks, words between asterisks. */
const lineOf = (site: Site, text: string): Inline =>
  text
    .split('`')
    .flatMap((piece, at): readonly Inline[] =>
      at % 2 === 1
        ? [site.pathOf.has(piece) ? named(site, piece) : code(piece)]
        : piece
            .split('*')
            .map((part, inside) => (inside % 2 === 0 ? part : { text: part, isEmphasised: true })),
    );

const cellsOf = (row: string): readonly string[] =>
  row
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());

const blocksOf = (site: Site, part: string, at: number): readonly Block[] => {
  const [, title] = /^#+ (.*)$/.exec(part) ?? [];
  // numbers, so that a place is the same in both languages
  if (title !== undefined) return [heading(title, `part-${at}`)];
  const [first = '', , ...rest] = part.split('\n');
  return first.startsWith('|')
    ? table(
        cellsOf(first),
        rest.map((row) => ({ cells: cellsOf(row).map((cell) => lineOf(site, cell)) })),
      )
    : [{ is: 'paragraph', of: lineOf(site, part) }];
};

/** Headings, tables and paragraphs of a page, below its title. */
const partsOf = (markdown: string): readonly string[] =>
  markdown
    .replace(/^(#.*)$/gmu, '\n$1\n')
    .split(/\n{2,}/u)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !part.startsWith('# '));

/** Who sees what of a person, when and why: the page that is generated from the policy of views. */
export const viewsPage = (site: Site): Page => ({
  path: 'views',
  title: WORDS.views,
  lede: WORDS.viewsAbout,
  blocks: (language: Language) =>
    partsOf(site.options.views[language]).flatMap((part, at) => blocksOf(site, part, at)),
});
