import type { Registry, Text } from '@openwaybill/schemas';
import { type Finding, placesOf, type Schema } from './finding.ts';
import { NAME_RULES, WORD_RULES } from './name-rules.ts';
import { SHAPE_RULES } from './shape-rules.ts';

const RULES = [...SHAPE_RULES, ...NAME_RULES, ...WORD_RULES];

/** `Extensions` is the one open object of the standard. */
const OPEN = new Set(['Extensions']);

const inSchemas = (registry: Registry): readonly Finding[] =>
  [...registry.schemas.values()]
    .filter(({ name }) => !OPEN.has(name))
    .flatMap(({ name: about, schema }) =>
      [...placesOf(schema as unknown as Schema)].flatMap((place) =>
        RULES.flatMap(({ id: rule, judge }) => {
          const message = judge(place);
          return message === undefined ? [] : [{ rule, about, pointer: place.pointer, message }];
        }),
      ),
    );

const isBilingual = (text: Text | undefined): boolean =>
  text !== undefined && text.en.trim() !== '' && /\p{Script=Han}/u.test(text.zh);

const unworded = (about: string, pointer: string, text: Text | undefined): readonly Finding[] =>
  isBilingual(text)
    ? []
    : [
        {
          rule: 'bilingual',
          about,
          pointer,
          message: 'a text lacks English or Chinese; write both',
        },
      ];

const inTexts = (registry: Registry): readonly Finding[] => [
  ...registry.modules.flatMap(({ name, title, description }) => [
    ...unworded(name, '/title', title),
    ...unworded(name, '/description', description),
  ]),
  ...registry.operations.flatMap(({ name, title }) => unworded(name, '/title', title)),
  ...registry.events.flatMap(({ type, title }) => unworded(type, '/title', title)),
  ...registry.requirements.flatMap((one) => [
    ...unworded(one.id, '/text', one.text),
    ...('excluded' in one ? unworded(one.id, '/excluded/why', one.excluded.why) : []),
  ]),
  ...registry.lifecycles.flatMap(({ entity, states, transitions }) => [
    ...Object.entries(states).flatMap(([state, text]) =>
      unworded(entity, `/states/${state}`, text),
    ),
    ...transitions.flatMap(({ guard, on }) =>
      guard === undefined ? [] : unworded(entity, `/transitions/${on}/guard`, guard.text),
    ),
  ]),
  ...Object.entries(registry.problems).flatMap(([code, { title, when }]) => [
    ...unworded(code, '/title', title),
    ...unworded(code, '/when', when),
  ]),
];

/** Codes are UPPER_SNAKE; names of the standard's own things (roles, modules) are kebab-case, all of a list. */
const areWellNamed = (codes: readonly string[]): boolean =>
  codes.every((code) => /^[A-Z][A-Z0-9_]*$/.test(code)) ||
  codes.every((code) => /^[a-z][a-z0-9-]*$/.test(code));

/** Codes are not translated where both languages use the same letters (sizes, command languages, names of firms). */
const inCodeLists = (registry: Registry): readonly Finding[] =>
  registry.codeLists.flatMap(({ name: about, growth, codes, source }) => [
    ...Object.entries(codes)
      .filter(([, { en, zh }]) => en.trim() === '' || zh.trim() === '')
      .map(([code]) => ({
        rule: 'bilingual',
        about,
        pointer: `/codes/${code}`,
        message: 'a code lacks English or Chinese; write both',
      })),
    ...(source === undefined && !areWellNamed(Object.keys(codes))
      ? [
          {
            rule: 'names',
            about,
            pointer: '/codes',
            message: 'codes are not in UPPER_SNAKE; a foreign list names its source',
          },
        ]
      : []),
    ...(growth !== 'closed' && growth.fallback !== 'IGNORE' && !(growth.fallback in codes)
      ? [
          {
            rule: 'extensible-fallback',
            about,
            pointer: '/growth/fallback',
            message: `the fallback ${growth.fallback} is no code of the list`,
          },
        ]
      : []),
  ]);

const inOperations = (registry: Registry): readonly Finding[] =>
  registry.operations.flatMap(({ name: about, problems }) =>
    problems
      .filter((code) => !(code in registry.problems))
      .map((code) => ({
        rule: 'problem-closed',
        about,
        pointer: '/problems',
        message: `${code} is no problem of the closed table`,
      })),
  );

/** What the interop profile of the standard refuses in a registry. Privacy has rules of its own. */
export const lintWire = (registry: Registry): readonly Finding[] => [
  ...inSchemas(registry),
  ...inTexts(registry),
  ...inCodeLists(registry),
  ...inOperations(registry),
];

/** Every pattern of the standard, for a judge of their running time. */
export const patternsOf = (registry: Registry): ReadonlyMap<string, string> =>
  new Map(
    [...registry.schemas.values()].flatMap(({ name, schema }) =>
      [...placesOf(schema as unknown as Schema)].flatMap((place) =>
        typeof place.schema.pattern === 'string'
          ? [[`${name}${place.pointer}`, place.schema.pattern] as const]
          : [],
      ),
    ),
  );
