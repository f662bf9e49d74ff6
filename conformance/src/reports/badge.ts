import type { Result, VerdictRow } from '../result/result.ts';
import { columns } from './columns.ts';
import { escaped } from './plain-text.ts';
import { setName } from './totals.ts';
import { type Lang, verdictLook, verdictSign, verdictText } from './wording.ts';

/** Colours that stand out from white text by 4.5 to 1 (WCAG 2.2, 1.4.3). */
const COLOURS = {
  conformant: '#17653a',
  nonconformant: '#ad2119',
  undetermined: '#7a4a00',
  'not-claimed': '#555a61',
} as const;

const HEIGHT = 22;
const GAP = 3;
const PER_COLUMN = 6.7;
const PAD = 9;
const NAME = 'OpenWaybill';

const WORDS = {
  above: (count: number, lang: Lang) =>
    lang === 'zh' ? `另 ${count} 项超出深度` : `${count} above`,
  until: (date: string, lang: Lang) => (lang === 'zh' ? `有效至 ${date}` : `until ${date}`),
  self: { en: 'self-tested', zh: '自测' },
} as const;

/** What a class is, in one line that stands for itself wherever it is shown. */
const lineOf = (result: Result, row: VerdictRow, until: string | undefined, lang: Lang): string =>
  [
    setName(result)[lang],
    result.system.role,
    row.class,
    row.depth,
    `${verdictSign(row)} ${verdictText(row)[lang]}`,
    ...(row.aboveDepth > 0 ? [WORDS.above(row.aboveDepth, lang)] : []),
    until === undefined ? WORDS.self[lang] : WORDS.until(until.slice(0, 10), lang),
  ].join(' · ');

/**
 * The core in one line, and one more for whatever does not conform, so that nothing hides behind the core. A picture
 * without font, script or link; `until` is the end of a statement about it.
 */
export const renderBadge = (result: Result, lang: Lang, until?: string): string => {
  const rows = result.verdicts.filter(
    (row) =>
      row.part === undefined &&
      verdictLook(row) !== 'not-claimed' &&
      (row.class === 'core' || row.verdict !== 'conformant'),
  );
  const lines = rows.map((row) => lineOf(result, row, until, lang));
  const wide = (text: string): number => Math.ceil(columns(text) * PER_COLUMN);
  const left = wide(NAME) + 2 * PAD;
  const width = left + Math.max(0, ...lines.map(wide)) + 2 * PAD;
  const height = Math.max(1, lines.length) * (HEIGHT + GAP) - GAP;
  const pieces = rows.map((row, at) => {
    const text = lines[at] ?? '';
    const y = at * (HEIGHT + GAP);
    return `  <rect y="${y}" width="${left}" height="${HEIGHT}" fill="#2b2f36"/>
  <rect x="${left}" y="${y}" width="${width - left}" height="${HEIGHT}" fill="${COLOURS[verdictLook(row)]}"/>
  <text x="${PAD}" y="${y + 15}" textLength="${wide(NAME)}" lengthAdjust="spacingAndGlyphs">${NAME}</text>
  <text x="${left + PAD}" y="${y + 15}" textLength="${wide(text)}" lengthAdjust="spacingAndGlyphs">${escaped(text)}</text>`;
  });
  const title = escaped(lines.map((line) => `${NAME} ${line}`).join('; ') || NAME);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}" font-family="sans-serif" font-size="12" fill="#ffffff">
  <title>${title}</title>
${pieces.join('\n')}
</svg>
`;
};
