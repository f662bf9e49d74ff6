import type { Artefacts } from '../artefacts.ts';
import type { Clause } from './clause.ts';
import { code, escaped, paragraph, table } from './html.ts';
import { LABELS, type Language } from './words.ts';

/** The folder of a release that has the crosswalks, a file a vocabulary. */
export const CROSSWALKS = 'crosswalks';

/** A crosswalk as its file has it. */
export type Crosswalk = {
  readonly vocabulary: string;
  readonly version: string;
  readonly source: string;
  readonly rows: readonly {
    readonly code: string;
    readonly subCode?: string;
    readonly when?: Readonly<Record<string, unknown>>;
    readonly eventCode?: string;
    readonly adds?: string;
    readonly confidence?: string;
  }[];
};

const HEADS = {
  en: ['Code', 'Where', 'Event code', 'Confidence'],
  zh: ['原代码', '条件', '事件代码', '置信度'],
} as const;
const WIDTHS = [28, 24, 34, 14];
const WORDS = {
  version: { en: 'Version', zh: '版本' },
  source: { en: 'read from', zh: '取自' },
  ignored: { en: 'no event', zh: '不是事件' },
  none: {
    en: 'This edition carries no crosswalk.',
    zh: '本版不含对照表。',
  },
} as const;

/** The condition of a row, in words. */
export const conditionOf = (when: Readonly<Record<string, unknown>> | undefined): string =>
  Object.entries(when ?? {})
    .map(([name, value]) => `${name}: ${Array.isArray(value) ? value.join(', ') : String(value)}`)
    .join('; ');

const clauseOf = (walk: Crosswalk, language: Language): Clause => ({
  id: `crosswalk-${walk.vocabulary}-${walk.version}`,
  title: `${walk.vocabulary} ${walk.version}`,
  body: [
    paragraph(
      `${escaped(WORDS.version[language])} ${escaped(walk.version)}${language === 'zh' ? '，' : ', '}${escaped(`${WORDS.source[language]} ${walk.source}`)}${language === 'zh' ? '。' : '.'}`,
    ),
    table({
      caption: LABELS.codesOf[language](walk.vocabulary),
      heads: HEADS[language],
      widths: WIDTHS,
      rows: walk.rows.map(({ code: name, subCode, when, eventCode, adds, confidence }) => [
        [name, subCode].flatMap((one) => (one === undefined ? [] : [code(one)])).join(' / '),
        escaped(conditionOf(when)),
        eventCode === undefined
          ? escaped(WORDS.ignored[language])
          : [eventCode, adds].flatMap((one) => (one === undefined ? [] : [code(one)])).join(' + '),
        escaped(confidence ?? ''),
      ]),
      kind: 'crosswalk',
    }),
  ],
});

/** Annex E: what codes of other vocabularies mean here. */
export const crosswalkClauses = (handedIn: Artefacts, language: Language): readonly Clause[] =>
  [...handedIn]
    .filter(([path]) => path.startsWith(`${CROSSWALKS}/`))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, text]) => clauseOf(JSON.parse(text), language));

/** What the annex says of itself where there is none. */
export const noCrosswalk = (language: Language): string => paragraph(WORDS.none[language]);
