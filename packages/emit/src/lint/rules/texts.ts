import type { Level, Registry, Text } from '@openwaybill/schemas';
import { type Found, found, type LintRule } from '../rule.ts';

const isBilingual = (text: Text | undefined): boolean =>
  text !== undefined && text.en.trim() !== '' && /\p{Script=Han}/u.test(text.zh);

/** Every text outside of schemas and codes that both languages need, by where it stands. */
const textsOf = (
  registry: Registry,
): readonly (readonly [about: string, pointer: string, text: Text | undefined])[] => [
  ...[...registry.modules, ...registry.concerns].flatMap(
    ({ name, title, description }) =>
      [
        [name, '/title', title],
        [name, '/description', description],
      ] as const,
  ),
  ...registry.operations.map(({ name, title }) => [name, '/title', title] as const),
  ...registry.events.map(({ type, title }) => [type, '/title', title] as const),
  ...registry.requirements.flatMap((one) => [
    [one.id, '/text', one.text] as const,
    ...('excluded' in one ? [[one.id, '/excluded/why', one.excluded.why] as const] : []),
  ]),
  ...registry.lifecycles.flatMap(({ entity, states, transitions }) => [
    ...Object.entries(states).map(
      ([state, text]) => [entity, `/states/${state}`, text as Text] as const,
    ),
    ...transitions.flatMap(({ guard, on }) =>
      guard === undefined ? [] : [[entity, `/transitions/${on}/guard`, guard.text] as const],
    ),
  ]),
  ...Object.entries(registry.problems).flatMap(
    ([code, { title, when }]) =>
      [
        [code, '/title', title],
        [code, '/when', when],
      ] as const,
  ),
];

/** Codes are not translated where both languages use the same letters (sizes, command languages, names of firms). */
const codes = (registry: Registry): readonly Found[] =>
  registry.codeLists.flatMap(({ name, codes }) =>
    Object.entries(codes)
      .filter(([, { en, zh }]) => en.trim() === '' || zh.trim() === '')
      .map(([code]) =>
        found(name, `/codes/${code}`, 'a code lacks English or Chinese; write both'),
      ),
  );

/** Verbs of a level, as the texts of requirements may have them (GB/T 1.1; ISO/IEC Directives, Part 2, clause 7). */
const VERBS: Readonly<Record<Level, RegExp>> = {
  MUST: /\bshall\b(?! not)/,
  'MUST NOT': /\bshall not\b/,
  SHOULD: /\bshould\b/,
  MAY: /\bmay\b(?! not)/,
};

/** Words that look as if they bound and are the verb of no level. */
const NO_VERB = /\bmust\b|\bwill\b|必须|禁止|应该/;

const wordingOf = (level: Level, { en, zh }: Text): readonly string[] => {
  const wrong = NO_VERB.exec(en)?.[0] ?? NO_VERB.exec(zh)?.[0];
  const other = (Object.keys(VERBS) as Level[]).find(
    (one) => one !== level && one !== 'MAY' && VERBS[one].test(en),
  );
  return [
    ...(wrong === undefined
      ? []
      : [
          `"${wrong}" is the verb of no level; state the fact, or use shall, should, may / 应, 宜, 可`,
        ]),
    ...(other === undefined
      ? []
      : [`the verb is that of ${other} and the level is ${level}; let the two agree`]),
  ];
};

/** The rules about words that people read. */
export const TEXT_RULES: readonly LintRule[] = [
  {
    id: 'bilingual',
    refuses: { en: 'a text in one language only', zh: '只有一种语言的文字' },
    judge: ({ registry }) => [
      ...textsOf(registry)
        .filter(([, , text]) => !isBilingual(text))
        .map(([about, pointer]) =>
          found(about, pointer, 'a text lacks English or Chinese; write both'),
        ),
      ...codes(registry),
    ],
  },
  {
    id: 'wording',
    refuses: { en: 'a verb that is not the one of the level', zh: '与级别不符的能愿动词' },
    judge: ({ registry }) =>
      registry.requirements.flatMap(({ id, level, text }) =>
        wordingOf(level, text).map((message) => found(id, '/text', message)),
      ),
  },
];
