import type { CodeListEntry, Registry } from '@openwaybill/schemas';
import { anchorOf } from './anchors.ts';
import type { Clause } from './clause.ts';
import { code, escaped, type Html, paragraph, prose, table } from './html.ts';
import { headed, LABELS, type Language } from './words.ts';

const HEADS = {
  en: ['Code', 'Title', 'Definition'],
  zh: ['代码', '名称', '定义'],
} as const;

const growthOf = ({ growth }: CodeListEntry, language: Language): Html => {
  if (growth === 'closed') return escaped(LABELS.closed[language]);
  if (growth.fallback === 'IGNORE') return escaped(LABELS.ignored[language]);
  return `${escaped(LABELS.open[language])} ${code(growth.fallback)}${language === 'zh' ? '。' : '.'}`;
};

/** A note of what has become of a code, where something has. */
const fateOf = (entry: CodeListEntry['codes'][string]): string =>
  [
    ...(entry.status === undefined || entry.status === 'ACTIVE' ? [] : [entry.status]),
    ...(entry.replacedBy === undefined ? [] : [`→ ${entry.replacedBy}`]),
  ].join(' ');

const codesTable = (list: CodeListEntry, language: Language): Html => {
  const codes = Object.entries(list.codes);
  const isDefined = codes.some(([, entry]) => entry.definition !== undefined);
  return table({
    caption: LABELS.codesOf[language](list.name),
    heads: isDefined ? HEADS[language] : HEADS[language].slice(0, 2),
    widths: isDefined ? [32, 24, 44] : [45, 55],
    rows: codes.map(([name, entry]) => {
      const fate = fateOf(entry);
      return [
        code(name),
        `${escaped(entry[language])}${fate === '' ? '' : ` <small>${escaped(fate)}</small>`}`,
        ...(isDefined ? [prose(entry.definition?.[language] ?? '')] : []),
      ];
    }),
    kind: 'codes',
  });
};

/** Annex A: every code list with its codes. */
export const codeListClauses = (registry: Registry, language: Language): readonly Clause[] =>
  registry.codeLists.map((list) => ({
    id: anchorOf.schema(list.name),
    title: headed(list.name, list.title[language], language),
    body: [
      paragraph(
        [
          prose(list.description[language]),
          growthOf(list, language),
          ...(list.source === undefined
            ? []
            : [
                escaped(
                  `${LABELS.source[language]} ${list.source}${language === 'zh' ? '。' : '.'}`,
                ),
              ]),
        ].join(language === 'zh' ? '' : ' '),
      ),
      codesTable(list, language),
    ],
  }));
