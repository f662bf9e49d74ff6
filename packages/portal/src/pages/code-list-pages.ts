import { type CodeListEntry, FIRST_MINOR } from '@openwaybill/schemas';
import { code, type Inline, joined, type Language, section, table, tag } from '../block.ts';
import type { Page } from '../page.ts';
import { crosswalkName, homeLink, type Site } from '../site.ts';
import { WORDS } from '../words.ts';
import { historyOf, schemaFiles, usesOf } from './schema-pages.ts';

const COMMON = new Set(['en', 'zh', 'definition', 'since', 'status', 'replacedBy']);

const cellOf = (value: unknown): Inline => {
  if (value === undefined) return '';
  if (value === true) return '●';
  if (value === false) return '';
  return typeof value === 'object' ? code(JSON.stringify(value)) : String(value);
};

/** Members that a list adds to its codes: a rank, a unit. */
const extrasOf = ({ codes }: CodeListEntry): readonly string[] => [
  ...new Set(
    Object.values(codes).flatMap((one) => Object.keys(one).filter((key) => !COMMON.has(key))),
  ),
];

/** Codes of other vocabularies that mean a code, by that code. */
const foreignOf = (site: Site): ReadonlyMap<string, Inline> => {
  const rows = site.options.crosswalks.flatMap((walk) =>
    walk.rows.flatMap(({ eventCode, code: own, subCode }) =>
      eventCode === undefined
        ? []
        : [
            {
              eventCode,
              name: crosswalkName(walk),
              own: subCode === undefined ? own : `${own}/${subCode}`,
            },
          ],
    ),
  );
  const codes = [...new Set(rows.map(({ eventCode }) => eventCode))];
  return new Map(
    codes.map((eventCode) => {
      const found = rows.filter((row) => row.eventCode === eventCode);
      const names = [...new Set(found.map(({ name }) => name))];
      return [
        eventCode,
        joined(
          names.map((name) => [
            { text: name, to: `crosswalks/${name}#${eventCode}` },
            ' ',
            {
              text: [
                ...new Set(found.filter((row) => row.name === name).map(({ own }) => own)),
              ].join(', '),
              isQuiet: true,
            },
          ]),
          ' · ',
        ),
      ];
    }),
  );
};

const growthOf = ({ growth }: CodeListEntry, language: Language): Inline => {
  if (growth === 'closed') return tag(WORDS.closed[language], 'may');
  return [
    tag(WORDS.extensible[language], 'should'),
    ' ',
    growth.fallback === 'IGNORE'
      ? WORDS.ignored[language]
      : [`${WORDS.fallback[language]} `, code(String(growth.fallback))],
  ];
};

const pageOf = (site: Site, list: CodeListEntry, foreign: ReadonlyMap<string, Inline>): Page => {
  const { name, title, description, module, version, source, codes } = list;
  const extras = extrasOf(list);
  const hasDefinitions = Object.values(codes).some(({ definition }) => definition !== undefined);
  const hasStatus = Object.values(codes).some(({ status }) => status !== undefined);
  const schema = site.registry.schemas.get(name)?.schema;
  return {
    path: `codes/${name}`,
    kind: 'codes',
    name,
    title,
    lede: description,
    module,
    places: Object.entries(codes),
    blocks: (language) => [
      {
        is: 'facts',
        rows: [
          [WORDS.module[language], homeLink(site, module, language)],
          [WORDS.form[language], growthOf(list, language)],
          [WORDS.listVersion[language], version],
          ...(source === undefined ? [] : [[WORDS.source[language], source] as const]),
          ...(schema === undefined ? [] : historyOf(site, { name, schema }, language)),
          ...(site.options.isInRelease
            ? [
                [
                  WORDS.files[language],
                  joined(
                    [
                      ...[
                        ['csv', 'csv'],
                        ['json', 'json'],
                        ['skos', 'ttl'],
                      ].map(([folder, ending]) => ({
                        text: String(folder).toUpperCase(),
                        file: `codelists/${folder}/${name}.${ending}`,
                      })),
                      schemaFiles(name, language),
                    ],
                    ' · ',
                  ),
                ] as const,
              ]
            : []),
        ],
      },
      ...section(
        WORDS.codes[language],
        'codes',
        table(
          [
            WORDS.code[language],
            '中文',
            'English',
            ...(hasDefinitions ? [WORDS.definition[language]] : []),
            ...(hasStatus ? [WORDS.status[language]] : []),
            ...extras,
            WORDS.since[language],
          ],
          Object.entries(codes).map(([one, text]) => ({
            id: one,
            cells: [
              code(one),
              { text: text.zh, language: 'zh' as const },
              { text: text.en, language: 'en' as const },
              ...(hasDefinitions ? [text.definition?.[language] ?? ''] : []),
              ...(hasStatus ? [text.status ?? 'ACTIVE'] : []),
              ...extras.map((extra) => cellOf((text as Readonly<Record<string, unknown>>)[extra])),
              text.since ?? FIRST_MINOR,
            ],
          })),
          'codes',
        ),
      ),
      ...section(
        WORDS.foreign[language],
        'foreign',
        name === 'EventCode'
          ? table(
              [WORDS.code[language], WORDS.foreign[language]],
              Object.keys(codes).flatMap((one) => {
                const found = foreign.get(one);
                return found === undefined
                  ? []
                  : [{ cells: [code(one, `codes/EventCode#${one}`), found] }];
              }),
            )
          : [],
      ),
      ...section(WORDS.try[language], 'try', [{ is: 'trial', schema: name }]),
      ...usesOf(site, name, language),
    ],
  };
};

/** Pages of code lists. */
export const codeListPages = (site: Site): readonly Page[] => {
  const foreign = foreignOf(site);
  return site.registry.codeLists.map((list) => pageOf(site, list, foreign));
};

/** Pages of crosswalks: every line of each vocabulary. */
export const crosswalkPages = (site: Site): readonly Page[] =>
  site.options.crosswalks.map((walk) => {
    const name = crosswalkName(walk);
    const { rows, vocabulary, version, source } = walk;
    const seen = new Set<string>();
    return {
      path: `crosswalks/${name}`,
      kind: 'crosswalks',
      name,
      title: { en: `${vocabulary} ${version}`, zh: `${vocabulary} ${version}` },
      lede: {
        en: `Codes of ${vocabulary}, version ${version}, as event codes of the standard.`,
        zh: `${vocabulary} ${version} 的代码与本标准事件代码的对照。`,
      },
      module: 'tracking',
      blocks: (language) => {
        seen.clear();
        return [
          {
            is: 'facts',
            rows: [
              [WORDS.source[language], source],
              [WORDS.rows[language], String(rows.length)],
            ],
          },
          ...section(
            WORDS.codes[language],
            'codes',
            table(
              [
                WORDS.code[language],
                WORDS.eventCode[language],
                WORDS.confidence[language],
                WORDS.condition[language],
              ],
              rows.map(({ code: own, subCode, eventCode, confidence, outcome, when }) => {
                const isFirst = eventCode !== undefined && !seen.has(eventCode);
                if (eventCode !== undefined) seen.add(eventCode);
                return {
                  ...(isFirst ? { id: eventCode } : {}),
                  cells: [
                    code(subCode === undefined ? own : `${own} / ${subCode}`),
                    eventCode === undefined
                      ? { text: WORDS.notAnEvent[language], isQuiet: true }
                      : [
                          code(
                            eventCode,
                            site.pathOf.has('EventCode')
                              ? `codes/EventCode#${eventCode}`
                              : undefined,
                          ),
                          ...(outcome === undefined ? [] : [' ', { text: outcome, isQuiet: true }]),
                        ],
                    confidence ?? '',
                    when === undefined ? '' : code(JSON.stringify(when)),
                  ],
                };
              }),
            ),
          ),
        ];
      },
    };
  });
