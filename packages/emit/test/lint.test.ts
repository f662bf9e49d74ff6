import type { Registry, SchemaEntry } from '@openwaybill/schemas';
import { describe, expect, test } from 'vitest';
import { LINT_RULES, type Linted, lint } from '../src/index.ts';
import { SMALL_CONTRACT, small } from './_small.ts';

const registry = small();

type Schema = Readonly<Record<string, unknown>>;

/** The registry with the schema of one name changed. */
const schema = (name: string, change: (schema: Schema) => Schema): Registry => {
  const entry = registry.schemas.get(name) as SchemaEntry;
  return {
    ...registry,
    schemas: new Map([
      ...registry.schemas,
      [name, { ...entry, schema: change(entry.schema) as SchemaEntry['schema'] }],
    ]),
  };
};

/** The registry with one more member of a cancellation, which is all that a rule about members looks at. */
const member = (name: string, more: Schema): Registry =>
  schema('WaybillCancellation', (whole) => ({
    ...whole,
    properties: {
      ...(whole.properties as Schema),
      [name]: {
        title: 'A',
        'x-title-zh': '甲',
        description: 'B.',
        'x-description-zh': '乙。',
        'x-privacy': { class: 'business', kind: 'code' },
        ...more,
      },
    },
  }));

const first = <T>(items: readonly T[]): T => {
  const [item] = items;
  if (item === undefined) throw new Error('there is none');
  return item;
};
const lifecycle = registry.lifecycles.find(({ entity }) => entity === 'waybill');
const transition = first(lifecycle?.transitions ?? []);
const requirement = first(registry.requirements);
const { judgedBy: _, ...unaccounted } = requirement as typeof requirement & {
  readonly judgedBy?: string;
};
const operation = first(registry.operations);

const withLifecycle = (change: object): Registry => ({
  ...registry,
  lifecycles: [{ ...lifecycle, ...change } as Registry['lifecycles'][number]],
});
const withRequirement = (change: object): Registry => ({
  ...registry,
  requirements: [{ ...requirement, ...change } as typeof requirement],
});
const withExamples = (change: object): Registry => {
  const entry = registry.schemas.get('WaybillCancellation') as SchemaEntry;
  return {
    ...registry,
    schemas: new Map([
      ...registry.schemas,
      ['WaybillCancellation', { ...entry, examples: { ...entry.examples, ...change } }],
    ]),
  };
};
const withQuery = (query: Schema): Registry => ({
  ...registry,
  operations: [{ ...operation, query } as unknown as typeof operation],
});
const withList = (change: object): Registry => ({
  ...registry,
  codeLists: [{ ...first(registry.codeLists), ...change } as Registry['codeLists'][number]],
});

type Row = { readonly given: Registry | Linted; readonly at: string };

/** One refused definition a rule; the accepted one is the part of the standard that all of them are made from. */
const REFUSED: Readonly<Record<string, Row>> = {
  'no-null': { given: member('a', { type: 'null' }), at: '/properties/a' },
  'no-any-of': { given: member('a', { anyOf: [] }), at: '/properties/a' },
  'one-of-discriminated': { given: member('a', { oneOf: [] }), at: '/properties/a' },
  'flat-all-of': { given: member('a', { allOf: [] }), at: '/properties/a' },
  'no-floats': { given: member('a', { type: 'number' }), at: '/properties/a' },
  'integer-bounds': { given: member('a', { type: 'integer', minimum: 0 }), at: '/properties/a' },
  'ids-are-strings': {
    given: member('parcelId', { type: 'integer', minimum: 0, maximum: 9 }),
    at: '/properties/parcelId',
  },
  'string-bounds': { given: member('a', { type: 'string' }), at: '/properties/a' },
  'i-regexp': {
    given: member('a', { type: 'string', maxLength: 9, pattern: '^(?=a)$' }),
    at: '/properties/a',
  },
  'linear-regexp': {
    given: {
      registry: member('a', { type: 'string', maxLength: 9, pattern: '^(a+)+$' }),
      isLinear: (pattern) => pattern !== '^(a+)+$',
    },
    at: '/properties/a',
  },
  'no-default': {
    given: member('a', { type: 'boolean', default: true }),
    at: '/properties/a',
  },
  formats: {
    given: member('a', { type: 'string', maxLength: 9, format: 'ipv4' }),
    at: '/properties/a',
  },
  closed: { given: member('a', { type: 'object', properties: {} }), at: '/properties/a' },
  names: { given: member('Big_name', { type: 'boolean' }), at: '/properties/Big_name' },
  'reserved-names': { given: member('class', { type: 'boolean' }), at: '/properties/class' },
  'yaml-unsafe': { given: member('no', { type: 'boolean' }), at: '/properties/no' },
  bilingual: {
    given: member('a', { type: 'boolean', 'x-title-zh': '' }),
    at: '/properties/a',
  },
  wording: {
    given: withRequirement({ level: 'MUST', text: { en: 'It must be.', zh: '如此。' } }),
    at: '/text',
  },
  'translation-drift': {
    given: {
      registry,
      previous: {
        ...SMALL_CONTRACT,
        operations: SMALL_CONTRACT.operations.map((one) => ({
          ...one,
          title: { ...one.title, en: 'Other words' },
        })),
      },
    },
    at: `/operations/${operation.name}/title/en`,
  },
  'extensible-fallback': {
    given: withList({ growth: { fallback: 'NOT_THERE' } }),
    at: '/growth/fallback',
  },
  'problem-closed': {
    given: { ...registry, operations: [{ ...operation, problems: ['NOT_THERE' as never] }] },
    at: '/problems',
  },
  'no-closed-receiver': {
    // nothing that is written closes a receiver form, so that only a schema that its maker does not know can
    given: member('a', { allOf: [{ type: 'object', additionalProperties: false }] }),
    at: '/properties/a/allOf/0',
  },
  'requirement-accounted': {
    given: { registry: withRequirement({ judgedBy: 'check' }), checked: new Set() },
    at: '/judgedBy',
  },
  'lifecycle-total': {
    given: withLifecycle({ transitions: [{ ...transition, from: [], to: 'NOWHERE' }] }),
    at: `/transitions/${transition.on}`,
  },
  since: {
    given: { ...registry, operations: [{ ...operation, since: '9.9' }] },
    at: '/since',
  },
  links: {
    given: member('a', { $ref: 'https://openwaybill.org/schemas/1.0.0/NotThere.json' }),
    at: '/properties/a',
  },
  'example-valid': {
    given: withExamples({ valid: { wrong: { reason: 'PROSE' } } }),
    at: '/examples/valid/wrong',
  },
  'example-covered': { given: member('a', { type: 'boolean' }), at: '/properties/a' },
  size: {
    given: schema('WaybillCancellation', (whole) => ({
      ...whole,
      required: ['reason', 'a'],
      properties: {
        ...(whole.properties as Schema),
        a: { type: 'string', minLength: 300_000, maxLength: 400_000 },
      },
    })),
    at: '',
  },
  'privacy-class': {
    given: member('a', { type: 'boolean', 'x-privacy': { class: 'hidden', kind: 'code' } }),
    at: '/properties/a',
  },
  'mask-pattern': {
    given: member('nameMasked', {
      type: 'string',
      maxLength: 9,
      'x-privacy': { class: 'pseudonymous', kind: 'name.person', mask: 'cn-name-1' },
    }),
    at: '/properties/nameMasked',
  },
  'privacy-view': {
    given: { registry, persons: { Consignee: { properties: { birthday: {} } } } },
    at: '/properties/birthday',
  },
  'privacy-example': {
    given: withExamples({ valid: { real: { reason: 'a@host.com' } } }),
    at: '/valid/real/reason',
  },
};

const ids = [...new Set(LINT_RULES.map(({ id }) => id))];

test('the part of the standard that all are made from breaks no rule', () => {
  expect(lint({ registry }).filter(({ isWarning }) => !isWarning)).toEqual([]);
});

describe.each(Object.entries(REFUSED))('%s', (id, { given, at }) => {
  const linted: Linted = 'registry' in given ? given : { registry: given };

  test('refuses the definition at its place', () => {
    const found = lint(linted, [id]);
    expect(found.map(({ pointer }) => pointer)).toContain(at);
    expect(new Set(found.map(({ rule }) => rule))).toEqual(new Set([id]));
  });

  test('says in both languages what it refuses', () => {
    for (const { refuses } of LINT_RULES.filter((one) => one.id === id)) {
      expect(refuses.en).toMatch(/^[a-z].{4}/i);
      expect(refuses.zh).toMatch(/\p{Script=Han}|allOf/u);
    }
  });
});

test('every rule has a definition that it refuses, here or beside the masks', () => {
  // those three have theirs beside the rules that they belong to
  const elsewhere = ['privacy-text', 'privacy-log', 'no-private-in-url'];
  expect(Object.keys(REFUSED).concat(elsewhere).toSorted()).toEqual(ids.toSorted());
});

test.each<[string, { given: Registry | Linted; rule: string; at: string }]>([
  [
    'a verb of another level',
    {
      given: withRequirement({ level: 'MUST', text: { en: 'It should be.', zh: '如此。' } }),
      rule: 'wording',
      at: '/text',
    },
  ],
  [
    'a Chinese word that looks as if it bound',
    {
      given: withRequirement({ text: { en: 'It is.', zh: '必须如此。' } }),
      rule: 'wording',
      at: '/text',
    },
  ],
  [
    'a requirement that is neither judged nor excluded',
    {
      given: { ...registry, requirements: [unaccounted as typeof requirement] },
      rule: 'requirement-accounted',
      at: '',
    },
  ],
  [
    'two requirements of one id',
    {
      given: { ...registry, requirements: [requirement, requirement] },
      rule: 'requirement-accounted',
      at: '/id',
    },
  ],
  [
    'a check of what is no requirement',
    {
      given: { registry, checked: new Set(['ZZZ-001']) },
      rule: 'requirement-accounted',
      at: '',
    },
  ],
  [
    'a state that nothing leads to',
    {
      given: withLifecycle({
        states: { ...lifecycle?.states, LOST: { en: 'Lost', zh: '丢失', terminal: true } },
      }),
      rule: 'lifecycle-total',
      at: '/states/LOST',
    },
  ],
  [
    'an invalid example with two faults',
    {
      given: withExamples({
        invalid: {
          both: {
            value: { reason: 'PROSE', more: 1 },
            breaks: { pointer: '/reason', rule: 'enum' },
          },
        },
      }),
      rule: 'example-valid',
      at: '/examples/invalid/both',
    },
  ],
  [
    'a lifecycle that is not there',
    {
      given: { ...registry, operations: [{ ...operation, lifecycle: 'nothing' }] },
      rule: 'links',
      at: '/lifecycle',
    },
  ],
  [
    'what is deprecated without an end',
    {
      given: member('a', { type: 'boolean', deprecated: true }),
      rule: 'since',
      at: '/properties/a',
    },
  ],
  [
    'a nameless object with the title of a code list',
    {
      given: member('a', {
        type: 'object',
        additionalProperties: false,
        properties: {},
        title: first(registry.codeLists).title.en,
      }),
      rule: 'names',
      at: '/properties/a',
    },
  ],
  [
    'a constant null',
    { given: member('a', { const: null }), rule: 'no-null', at: '/properties/a' },
  ],
  [
    'an example with a null in it',
    {
      given: withExamples({ valid: { none: { reason: null } } }),
      rule: 'no-null',
      at: '/examples/valid/none',
    },
  ],
  [
    'a discriminator that does not map every branch',
    {
      given: member('a', {
        oneOf: [{ $ref: 'A' }, { $ref: 'B' }],
        discriminator: { propertyName: 'kind', mapping: { A: 'A' } },
      }),
      rule: 'one-of-discriminated',
      at: '/properties/a',
    },
  ],
  [
    'a oneOf in a oneOf',
    {
      given: member('a', {
        oneOf: [{ oneOf: [] }],
        discriminator: { propertyName: 'kind', mapping: { A: 'A' } },
      }),
      rule: 'one-of-discriminated',
      at: '/properties/a',
    },
  ],
  [
    'a count by another name',
    {
      given: member('parcels', { type: 'integer', description: 'Number of parcels.' }),
      rule: 'names',
      at: '/properties/parcels',
    },
  ],
  [
    'two members that differ by case alone',
    { given: member('Reason', { type: 'boolean' }), rule: 'reserved-names', at: '' },
  ],
  [
    'a parameter that is a keyword',
    { given: withQuery({ class: {} }), rule: 'reserved-names', at: '/class' },
  ],
  [
    'a parameter that YAML reads otherwise',
    { given: withQuery({ on: {} }), rule: 'yaml-unsafe', at: '/on' },
  ],
  [
    'a code that no example shows',
    {
      given: withList({ name: 'Nowhere', codes: { A: { en: 'A', zh: '甲' } } }),
      rule: 'example-covered',
      at: '/codes/A',
    },
  ],
  [
    'a problem that no operation answers',
    { given: { ...registry, operations: [] }, rule: 'problem-closed', at: '' },
  ],
  [
    'what is new and says an older version',
    {
      given: {
        registry: { ...registry, version: '1.1.0' },
        previous: { ...SMALL_CONTRACT, events: [] },
      },
      rule: 'since',
      at: '/since',
    },
  ],
  [
    'a code that is new and does not say since when',
    {
      given: {
        registry: { ...registry, version: '1.1.0' },
        previous: { ...SMALL_CONTRACT, codeLists: [] },
      },
      rule: 'since',
      at: '/since',
    },
  ],
  [
    'a requirement that was withdrawn unseen',
    {
      given: { registry: { ...registry, requirements: [] }, previous: SMALL_CONTRACT },
      rule: 'requirement-accounted',
      at: '/id',
    },
  ],
  [
    'a code without Chinese',
    {
      given: withList({ codes: { A: { en: 'A', zh: '' } } }),
      rule: 'bilingual',
      at: '/codes/A',
    },
  ],
])('%s is refused', (_title, { given, rule, at }) => {
  const linted: Linted = 'registry' in given ? given : { registry: given };
  expect(lint(linted, [rule]).map(({ pointer }) => pointer)).toContain(at);
});
