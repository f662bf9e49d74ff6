import { FIRST_MINOR, type RequirementEntry, type SchemaEntry } from '@openwaybill/schemas';
import {
  type Block,
  type Inline,
  joined,
  type Language,
  list,
  type Span,
  section,
} from '../block.ts';
import type { Page } from '../page.ts';
import { limitsOf, privacyOf, schemaTable, typeOf } from '../schema-table.ts';
import {
  directionText,
  homeLink,
  linksTo,
  named,
  type Site,
  schemaText,
  schemaWords,
  type Use,
} from '../site.ts';
import { WORDS } from '../words.ts';
import { requirementTable } from './requirement-rows.ts';

/** Requirements about a message: its own, and those of the operations and events that carry it. */
const requirementsOf = (site: Site, name: string): readonly RequirementEntry[] => [
  ...new Set(
    [name, ...(site.uses.get(name) ?? []).map(({ by }) => by)].flatMap(
      (about) => site.requirementsAbout.get(about) ?? [],
    ),
  ),
];

const useLine = (site: Site, use: Use, language: Language): Inline => [
  WORDS[use.as][language],
  language === 'zh' ? '：' : ' of ',
  named(site, use.by),
  ' ',
  { text: directionText(use.from, use.to, language), isQuiet: true },
];

/** Where a schema is used: by what it is sent, and what it is a part of. */
export const usesOf = (site: Site, name: string, language: Language): readonly Block[] => {
  const parts = site.partOf.get(name) ?? [];
  return section(WORDS.uses[language], 'uses', [
    ...list((site.uses.get(name) ?? []).map((use) => useLine(site, use, language))),
    ...(parts.length === 0
      ? []
      : [
          {
            is: 'paragraph' as const,
            of: [
              `${WORDS.partOf[language]}${language === 'zh' ? '：' : ': '}`,
              linksTo(site, parts, language),
            ],
          },
        ]),
  ]);
};

/** How a schema differs from what the release before said. */
export const historyOf = (
  { before, options }: Site,
  { name, schema }: Pick<SchemaEntry, 'name' | 'schema'>,
  language: Language,
): readonly (readonly [string, Inline])[] => {
  if (before === undefined) return [];
  const was = before.get(name);
  const how =
    was === undefined ? 'added' : was === JSON.stringify(schema) ? 'unchanged' : 'changed';
  return [[WORDS.history[language], `${WORDS[how][language]} ${options.previous?.version ?? ''}`]];
};

/** Files of the release that hold a schema. */
export const schemaFiles = (name: string, language: Language): Inline =>
  joined(
    [
      { text: WORDS.senderForm[language], file: `schemas/${name}.json` },
      { text: WORDS.receiverForm[language], file: `schemas/receiver/${name}.json` },
    ] satisfies readonly Span[],
    ' · ',
  );

const examplesOf = (
  site: Site,
  { examples }: SchemaEntry,
  language: Language,
): readonly Block[] => [
  ...section(
    WORDS.valid[language],
    'valid',
    Object.entries(examples.valid).map(([title, value], at) => ({
      is: 'example',
      id: `valid-${at + 1}`,
      title,
      value,
    })),
  ),
  ...section(
    WORDS.invalid[language],
    'invalid',
    Object.entries(examples.invalid).map(([title, { value, breaks }], at) => ({
      is: 'example',
      id: `invalid-${at + 1}`,
      title,
      value,
      breaks: {
        pointer: breaks.pointer,
        rule: breaks.rule,
        ...(breaks.requirement === undefined ? {} : { by: named(site, breaks.requirement) }),
      },
    })),
  ),
];

/** The page of a message or of a type that messages share. */
const pageOf = (site: Site, entry: SchemaEntry): Page => {
  const { name, schema, module } = entry;
  const uses = site.uses.get(name) ?? [];
  const since = uses.map((use) => use.since).toSorted()[0] ?? FIRST_MINOR;
  const isObject = schema.type === 'object';
  return {
    path: site.pathOf.get(name) ?? '',
    kind: uses.length > 0 ? 'messages' : 'types',
    name,
    title: schemaWords(schema, 'title'),
    lede: schemaWords(schema, 'description'),
    module,
    found: {
      en: Object.keys(schema.properties ?? {}).join(' '),
      zh: Object.entries((schema.properties ?? {}) as Record<string, SchemaEntry['schema']>)
        .map(([member, one]) => `${member} ${schemaText(one, 'title', 'zh')}`)
        .join(' '),
    },
    blocks: (language) => [
      {
        is: 'facts',
        rows: [
          [WORDS.module[language], homeLink(site, module, language)],
          ...(uses.length === 0
            ? []
            : [
                [
                  WORDS.direction[language],
                  joined(
                    [
                      ...new Set(uses.map(({ from, to }) => directionText(from, to, language))),
                    ].slice(0, 4),
                    language === 'zh' ? '；' : '; ',
                  ),
                ] as const,
              ]),
          [WORDS.since[language], since],
          ...(isObject
            ? []
            : [
                [
                  WORDS.type[language],
                  joined([typeOf(site, schema), ...limitsOf(schema, language)], ' · '),
                ] as const,
              ]),
          ...(schema['x-privacy'] === undefined
            ? []
            : [[WORDS.privacy[language], privacyOf(schema, language)] as const]),
          ...(schema['x-source'] === undefined
            ? []
            : [[WORDS.source[language], String(schema['x-source'])] as const]),
          ...historyOf(site, entry, language),
          ...(site.options.isInRelease
            ? [[WORDS.files[language], schemaFiles(name, language)] as const]
            : []),
        ],
      },
      ...section(WORDS.members[language], 'members', schemaTable(site, schema, since, language)),
      ...section(
        WORDS.rules[language],
        'rules',
        requirementTable(site, requirementsOf(site, name), language),
      ),
      ...section(WORDS.try[language], 'try', [{ is: 'trial', schema: name }]),
      ...examplesOf(site, entry, language),
      ...usesOf(site, name, language),
    ],
  };
};

/** Pages of messages and of shared types. */
export const schemaPages = (site: Site): readonly Page[] => {
  const lists = new Set(site.registry.codeLists.map(({ name }) => name));
  return [...site.registry.schemas.values()]
    .filter(({ name }) => !lists.has(name))
    .map((entry) => pageOf(site, entry));
};
