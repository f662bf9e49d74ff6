import { registry } from '@openwaybill/schemas';
import { expect, test } from 'vitest';
import { contractJudge, valuesIn } from '../src/contract.ts';
import { judge } from '../src/index.ts';
import type { JsonSchema } from '../src/receiver-form.ts';

const schemas: ReadonlyMap<string, JsonSchema> = new Map(
  [...registry.schemas].map(([name, { schema }]) => [name, JSON.parse(JSON.stringify(schema))]),
);
const ofContract = contractJudge(schemas);
const examples = [...registry.schemas.values()]
  .filter(({ module }) => module === 'waybill')
  .flatMap(({ name, examples: { valid, invalid } }) => [
    ...Object.values(valid).map((value) => [name, value] as const),
    ...Object.values(invalid).map(({ value }) => [name, value] as const),
  ]);

const KEYWORDS = [
  ...['type', 'required', 'additionalProperties', 'enum', 'const', 'pattern', 'format'],
  ...['minLength', 'maxLength', 'minimum', 'maximum', 'minItems', 'maxItems', 'uniqueItems'],
];

test.each(['sender', 'receiver'] as const)(
  'as the judge of the program, by the %s form',
  (form) => {
    const said = (all: readonly { readonly pointer: string; readonly rule: string }[]) =>
      [...new Set(all.map(({ pointer, rule }) => `${pointer} ${rule}`))].toSorted();
    expect(examples.length).toBeGreaterThan(40);
    for (const [name, value] of examples) {
      const own = judge(name as never, value, form);
      const found = said(ofContract(name, value, form));
      if (own.ok) {
        expect([name, ...found]).toEqual([name]);
        continue;
      }
      // the judge of the program has rules over several members beside, and tells the most telling of several keywords
      const keywords = own.issues.filter(({ rule }) => KEYWORDS.includes(rule));
      expect(found).toEqual(expect.arrayContaining(said(keywords)));
    }
  },
);

test('no issue repeats a value', () => {
  const found = ofContract('WaybillCancellation', { reason: 'not a code at all' }, 'sender');
  expect(found.map(({ rule }) => rule)).toEqual(['enum']);
  expect(JSON.stringify(found)).not.toContain('not a code at all');
});

test('values of a schema are taken by it, and the same seed gives the same', () => {
  const values = valuesIn(schemas);
  const some = values('Waybill', { count: 10, seed: 7 });
  expect(some).toHaveLength(10);
  expect(some.flatMap((one) => ofContract('Waybill', one, 'sender'))).toEqual([]);
  expect(values('Waybill', { count: 10, seed: 7 })).toEqual(some);
});

test.each([
  [
    'a text that is longer than it may be',
    { type: 'string', pattern: '^([A-Z]{9})$', maxLength: 3 },
  ],
  [
    'a text that no pattern and length share',
    { type: 'string', pattern: '^(a*)$', minLength: 900, maxLength: 901 },
  ],
  ['too few members for an object', { type: 'object', properties: {}, minProperties: 1 }],
])('%s has no value', (_title, schema) => {
  expect(valuesIn(schemas)(schema, { count: 1, seed: 1 })).toEqual([]);
});
