import { expect, test } from 'vitest';
import { orderedSchema } from '../src/index.ts';

test.each([
  [
    'names stand first, the rest is alphabetical',
    {
      given: {
        maxLength: 1,
        'x-unit': 'g',
        type: 'string',
        description: 'd',
        $id: 'i',
        title: 't',
      },
      want: '{"$id":"i","title":"t","description":"d","type":"string","maxLength":1,"x-unit":"g"}',
    },
  ],
  [
    'members keep their order and the required ones follow it',
    {
      given: { required: ['a', 'b'], properties: { b: { type: 'string' }, a: { $ref: 'r' } } },
      want: '{"properties":{"b":{"type":"string"},"a":{"$ref":"r"}},"required":["b","a"]}',
    },
  ],
  [
    'a schema inside a schema is ordered too',
    {
      given: { items: { minLength: 1, type: 'string' }, oneOf: [{ minimum: 1, title: 't' }] },
      want: '{"items":{"type":"string","minLength":1},"oneOf":[{"title":"t","minimum":1}]}',
    },
  ],
  [
    'a member that is called like a keyword is a member',
    {
      given: { properties: { type: { title: 't' }, items: { minLength: 1, type: 'string' } } },
      want: '{"properties":{"type":{"title":"t"},"items":{"type":"string","minLength":1}}}',
    },
  ],
])('%s', (_title, { given, want }) => expect(JSON.stringify(orderedSchema(given))).toBe(want));

test('what a library keeps under a symbol is gone', () => {
  const ordered = orderedSchema({ [Symbol('kind')]: 'String', type: 'string' });
  expect(Reflect.ownKeys(ordered)).toEqual(['type']);
});
