import { registry } from '@openwaybill/schemas';
import type { Result, VerdictRow } from '../result/result.ts';
import type { CaseState, Outcome, Text, Verdict } from '../words.ts';
import { escaped } from './plain-text.ts';
import { OUTCOME_ORDER, OUTCOME_WORDS } from './wording.ts';

/** A text in both languages; the style shows the one that the reader chose. */
export const both = ({ en, zh }: Text): string =>
  en === zh
    ? escaped(en)
    : `<span lang="en">${escaped(en)}</span><span lang="zh">${escaped(zh)}</span>`;

/** What stands between backticks is a name of the wire. */
export const prose = ({ en, zh }: Text): string => {
  const marked = (text: string): string =>
    text
      .split('`')
      .map((piece, at) => (at % 2 === 1 ? `<code>${escaped(piece)}</code>` : escaped(piece)))
      .join('');
  return `<span lang="en">${marked(en)}</span><span lang="zh">${marked(zh)}</span>`;
};

/** As `both`, where it is written on the spot. */
export const say = (en: string, zh: string): string => both({ en, zh });

/** Attributes from which the script writes what cannot hold an element. */
export const told = (text: Text): string =>
  ` data-en="${escaped(text.en)}" data-zh="${escaped(text.zh)}"`;

const SHAPES: Readonly<Record<Outcome, string>> = {
  passed:
    '<circle cx="8" cy="8" r="7.5" fill="currentColor"/><path d="M4.6 8.3l2.3 2.3 4.6-5" fill="none" stroke="var(--cut, var(--sheet))" stroke-width="1.8"/>',
  failed:
    '<path d="M4.8.5h6.4l4.3 4.3v6.4l-4.3 4.3H4.8L.5 11.2V4.8z" fill="currentColor"/><path d="M5.2 5.2l5.6 5.6m0-5.6l-5.6 5.6" stroke="var(--cut, var(--sheet))" stroke-width="1.8"/>',
  inconclusive:
    '<path d="M8 1.2L14.8 8 8 14.8 1.2 8z" fill="none" stroke="currentColor" stroke-width="1.7"/><path d="M8 1.2L1.2 8 8 14.8z" fill="currentColor"/>',
  untested:
    '<circle cx="8" cy="8" r="6.6" fill="none" stroke="currentColor" stroke-width="1.7" stroke-dasharray="3.1 2.1"/>',
  inapplicable: '<path d="M2.5 8h11" stroke="currentColor" stroke-width="2.2"/>',
};

/** The shapes of the outcomes, once a page. */
export const SYMBOLS = `<svg hidden width="0" height="0">${Object.entries(SHAPES)
  .map(([name, shape]) => `<symbol id="o-${name}" viewBox="0 0 16 16">${shape}</symbol>`)
  .join('')}</svg>`;

/** An outcome by shape and colour, beside a word. */
export const mark = (outcome: Outcome): string =>
  `<svg class="mark ${outcome}" aria-hidden="true"><use href="#o-${outcome}"/></svg>`;

/** The shape of a verdict. */
export const SHAPE_OF_VERDICT: Readonly<Record<Verdict, Outcome>> = {
  conformant: 'passed',
  nonconformant: 'failed',
  undetermined: 'inconclusive',
  'not-claimed': 'inapplicable',
};

/** The shape of the state of a case. */
export const SHAPE_OF_CASE: Readonly<Record<CaseState, Outcome>> = {
  held: 'passed',
  violated: 'failed',
  blocked: 'inconclusive',
  silent: 'untested',
};

/** Widths as attributes, because the policy of the page allows no style beside its own. */
export const bar = (counts: VerdictRow['counts']): string => {
  const order = ['passed', 'failed', 'inconclusive', 'untested'] as const;
  const all = order.reduce((sum, outcome) => sum + counts[outcome], 0);
  let x = 0;
  const pieces = order.flatMap((outcome) => {
    const width = all === 0 ? 0 : (counts[outcome] / all) * 1000;
    if (width === 0) return [];
    const piece = `<rect class="${outcome}" x="${x.toFixed(1)}" width="${Math.max(0, width - 3).toFixed(1)}" height="10"/>`;
    x += width;
    return [piece];
  });
  return `<svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">${pieces.join('')}</svg>`;
};

/** Counts by outcome, those of none left out. */
export const tally = (counts: Readonly<Record<Outcome, number>>): string =>
  `<div class="tally">${OUTCOME_ORDER.filter((outcome) => counts[outcome] > 0)
    .map(
      (outcome) =>
        `<span class="${outcome}">${mark(outcome)}${counts[outcome]} ${both(OUTCOME_WORDS[outcome])}</span>`,
    )
    .join('')}</div>`;

/** Commands keep their lines. */
export const command = (text: string): string => text.split('\n').map(escaped).join('\n');

const chapters = [...registry.modules, ...registry.concerns];
/** What the pieces of a concern are called that requirements are reported in. */
const PARTS: readonly (readonly [name: string, title: Text])[] = [
  ['events', { en: 'Events and their signatures', zh: '事件与签名' }],
  ['labels', { en: 'Labels', zh: '面单' }],
  ['reveal', { en: 'Reveals', zh: '揭示' }],
  ['virtual-numbers', { en: 'Virtual numbers', zh: '虚拟号码' }],
];
const titles = new Map<string, Text>([
  ...PARTS,
  ...chapters.map(({ name, title }) => [name, title] as const),
]);

/** What a module, a concern or a piece of one is called. */
export const titleOf = (name: string): Text => titles.get(name) ?? { en: name, zh: name };

/** The modules that occur, in the order of the standard. */
export const modulesOf = (result: Result): readonly string[] => {
  const present = new Set(result.requirements.map(({ module }) => module));
  const known = chapters.map(({ name }) => name).filter((name) => present.has(name));
  return [...known, ...[...present].filter((name) => !titles.has(name)).sort()];
};
