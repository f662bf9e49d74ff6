import { expect, test } from 'vitest';
import { receiverForm } from '../src/receiver-form.ts';

const id = (name: string): string => `https://openwaybill.org/schemas/1.0.0/${name}.json`;
const receiverId = (name: string): string =>
  `https://openwaybill.org/schemas/1.0.0/receiver/${name}.json`;

test.each([
  [
    'a closed object is open',
    {
      given: {
        $id: id('A'),
        type: 'object',
        additionalProperties: false,
        properties: { b: { $ref: id('B') }, c: { type: 'object', additionalProperties: false } },
        required: ['b'],
      },
      want: {
        $id: receiverId('A'),
        type: 'object',
        properties: { b: { $ref: receiverId('B') }, c: { type: 'object' } },
        required: ['b'],
      },
    },
  ],
  [
    'an object that was open stays open',
    {
      given: { type: 'object', additionalProperties: true },
      want: { type: 'object', additionalProperties: true },
    },
  ],
  [
    'a code of a list that may grow is any code',
    {
      given: { type: 'string', enum: ['A', 'OTHER'], 'x-extensible': true, 'x-fallback': 'OTHER' },
      want: {
        type: 'string',
        pattern: '^[A-Z][A-Z0-9_]*$',
        maxLength: 64,
        examples: ['A', 'OTHER'],
        'x-extensible': true,
        'x-fallback': 'OTHER',
      },
    },
  ],
  [
    'a closed list stays closed',
    { given: { type: 'string', enum: ['A'] }, want: { type: 'string', enum: ['A'] } },
  ],
  [
    'items and branches are opened too',
    {
      given: {
        oneOf: [{ type: 'array', items: { type: 'object', additionalProperties: false } }],
        discriminator: { propertyName: 'kind', mapping: { A: id('A') } },
      },
      want: {
        oneOf: [{ type: 'array', items: { type: 'object' } }],
        discriminator: { propertyName: 'kind', mapping: { A: receiverId('A') } },
      },
    },
  ],
  [
    'a member that is called like a keyword is a member',
    {
      given: { type: 'object', properties: { enum: { type: 'string' }, $ref: { type: 'string' } } },
      want: { type: 'object', properties: { enum: { type: 'string' }, $ref: { type: 'string' } } },
    },
  ],
])('%s', (_title, { given, want }) => expect(receiverForm(given)).toEqual(want));
