import { type Registry, type Text, wordNameOf } from '@openwaybill/schemas';
import { type Place, placesOf, type Schema } from '../finding.ts';
import { NAME_RULES, WORD_RULES } from '../name-rules.ts';
import type { Linted, LintRule } from '../rule.ts';
import { found } from '../rule.ts';
import { type PlaceRule, SHAPE_RULES } from '../shape-rules.ts';

/** `Extensions` is the one open object of the standard. */
const OPEN = new Set(['Extensions']);

/** Every place of every schema that a rule says something about. */
const inPlaces =
  (judge: (place: Place) => string | undefined) =>
  ({ registry }: Linted) =>
    [...registry.schemas.values()]
      .filter(({ name }) => !OPEN.has(name))
      .flatMap(({ name, schema }) =>
        [...placesOf(schema as unknown as Schema)].flatMap((place) => {
          const message = judge(place);
          return message === undefined ? [] : [found(name, place.pointer, message)];
        }),
      );

/** Every parameter of an operation as a place: its names are called by, as those of members are. */
const parameters = (registry: Registry): readonly (readonly [string, Place])[] =>
  registry.operations.flatMap(({ name, query = {}, pathParameters }) => {
    const named = [
      ...Object.entries(query as Readonly<Record<string, Schema>>),
      ...pathParameters.map((parameter) => {
        const word = registry.schemas.get(wordNameOf(registry.schemas, parameter) ?? '')?.schema;
        return [parameter, (word ?? {}) as Schema] as const;
      }),
    ];
    return [
      [name, { pointer: '', schema: { properties: Object.fromEntries(named) }, member: undefined }],
      ...named.map(
        ([parameter, schema]) =>
          [name, { pointer: `/${parameter}`, schema, member: parameter }] as const,
      ),
    ];
  });

/** Rules about names, which are asked about parameters too. */
const OF_PARAMETERS = new Set(['reserved-names', 'yaml-unsafe']);

const inParameters =
  ({ id, judge }: PlaceRule) =>
  ({ registry }: Linted) =>
    !OF_PARAMETERS.has(id)
      ? []
      : parameters(registry).flatMap(([about, place]) => {
          const message = judge(place);
          return message === undefined ? [] : [found(about, place.pointer, message)];
        });

const REFUSES: Readonly<Record<string, Text>> = {
  'no-null': { en: 'null on the wire', zh: '报文中的 null' },
  'no-any-of': { en: 'conditions inside of a wire schema', zh: '报文模式中的条件' },
  'one-of-discriminated': { en: 'a oneOf without a discriminator', zh: '无判别成员的 oneOf' },
  'flat-all-of': { en: 'an allOf', zh: 'allOf' },
  'no-floats': { en: 'a number that is no integer', zh: '非整数的数值' },
  'integer-bounds': { en: 'an integer without bounds', zh: '无上下限的整数' },
  'ids-are-strings': { en: 'an identifier that is a number', zh: '以数值表示的标识' },
  'string-bounds': { en: 'a string or list without a bound', zh: '无上限的文本或列表' },
  'i-regexp': { en: 'a pattern beyond RFC 9485', zh: '超出 RFC 9485 的模式' },
  'no-default': { en: 'a default', zh: '默认值' },
  formats: { en: 'a format that not every validator knows', zh: '并非所有校验器都支持的 format' },
  closed: { en: 'an object that does not say whether it is closed', zh: '未注明是否封闭的对象' },
  names: { en: 'a name that does not say what it is', zh: '名称未表明其含义' },
  'reserved-names': { en: 'a keyword of a target language', zh: '目标语言的关键字' },
  'yaml-unsafe': { en: 'a name that YAML reads otherwise', zh: 'YAML 会误读的名称' },
  bilingual: { en: 'a text in one language only', zh: '只有一种语言的文字' },
};

/** What names a thing: its value is compared and never counted with. `lineNo` is the place of a line, which is counted. */
const IDENTIFIER = /(?:Id|(?<!^line)No|Ref|Code|Key|Token)$/;

const MORE: readonly PlaceRule[] = [
  {
    id: 'flat-all-of',
    judge: ({ schema }) =>
      'allOf' in schema
        ? 'allOf stands in a wire schema; write its members out, or refer to one schema'
        : undefined,
  },
  {
    id: 'ids-are-strings',
    judge: ({ schema, member }) =>
      member !== undefined &&
      IDENTIFIER.test(member) &&
      (schema.type === 'integer' || schema.type === 'number')
        ? `${member} names something and is a number; let it be a string with maxLength`
        : undefined,
  },
];

/** What the policy of compatibility forbids for ever (CMP-012, CMP-016). */
const FORBIDDEN = new Set(['no-null', 'no-default']);

/** The rules that look at one place of a schema, by its form and by its names. */
export const PLACE_RULES: readonly LintRule[] = [
  ...SHAPE_RULES,
  ...MORE,
  ...NAME_RULES,
  ...WORD_RULES,
].map((rule) => ({
  id: rule.id,
  refuses: REFUSES[rule.id] ?? { en: rule.id, zh: rule.id },
  ...(FORBIDDEN.has(rule.id) ? { isForbidden: true as const } : {}),
  judge: (linted: Linted) => [...inPlaces(rule.judge)(linted), ...inParameters(rule)(linted)],
}));

/** The rule about the running time of patterns, which needs a judge of it. */
export const LINEAR_REGEXP: LintRule = {
  id: 'linear-regexp',
  refuses: { en: 'a pattern that may run for long', zh: '可能长时间运行的模式' },
  judge: (linted) => {
    const { isLinear } = linted;
    if (isLinear === undefined) return [];
    return inPlaces(({ schema }) =>
      typeof schema.pattern === 'string' && !isLinear(schema.pattern)
        ? 'a pattern is not proven to run in linear time; take nested repetition out'
        : undefined,
    )(linted);
  },
};
