import { registry } from '@openwaybill/schemas';
import { expect, test } from 'vitest';
import { lineAt, offsetOf } from '../src/json-position.ts';
import { main } from '../src/main.ts';
import { memoryIo } from './_memory-io.ts';

const order = Object.values(registry.schemas.get('OrderSubmission')?.examples.valid ?? {})[0] as {
  readonly [name: string]: unknown;
};
const { orderNo: _, ...withoutNumber } = order;
const wrongPayMode = { ...order, payMode: 'SHIPER' };
const pretty = (value: unknown): string => JSON.stringify(value, null, 2);
const lineOf = (text: string, words: string): number =>
  text.split('\n').findIndex((line) => line.includes(words)) + 1;

test.each([
  ['a valid message is code 0', { text: pretty(order), code: 0 }],
  ['a message with a byte order mark is code 1', { text: `\uFEFF${pretty(order)}`, code: 1 }],
  ['a missing member is code 1', { text: pretty(withoutNumber), code: 1 }],
  ['half a document is code 1', { text: pretty(order).slice(0, 40), code: 1 }],
  ['an empty file is code 1', { text: '', code: 1 }],
])('%s', async (_title, { text, code }) => {
  const io = memoryIo({ 'order.json': text });
  expect(await main(['validate', 'order.json', '--message', 'OrderSubmission'], io)).toBe(code);
});

test('a finding has file, line, pointer, rule and the nearest code', async () => {
  const text = pretty(wrongPayMode);
  const io = memoryIo({ '-': text });
  const argv = ['validate', '-', '--message', 'OrderSubmission', '--json'];
  expect(await main(argv, io)).toBe(1);
  const { findings } = JSON.parse(io.stdout.join('\n'));
  expect(findings).toMatchObject([
    { file: '<stdin>', line: lineOf(text, 'SHIPER'), pointer: '/payMode', rule: 'enum' },
  ]);
});

test('lines of NDJSON are counted in every file, named so or not', async () => {
  const text = [order, wrongPayMode, withoutNumber].map((one) => JSON.stringify(one)).join('\n');
  const io = memoryIo({ 'a.ndjson': text, 'b.txt': text });
  const argv = ['validate', 'a.ndjson', 'b.txt', '--message', 'OrderSubmission', '--json'];
  expect(await main(argv, io)).toBe(1);
  const { messages, invalid, findings } = JSON.parse(io.stdout.join('\n'));
  expect({ messages, invalid }).toEqual({ messages: 6, invalid: 4 });
  expect(findings.map((one: { file: string; line: number }) => `${one.file}:${one.line}`)).toEqual([
    'a.ndjson:2',
    'a.ndjson:3',
    'b.txt:2',
    'b.txt:3',
  ]);
});

test('the receiver form takes a member that the sender form refuses', async () => {
  const text = pretty({ ...order, tomorrow: 1 });
  const of = (form: string) =>
    main(
      ['validate', 'o.json', '--message', 'OrderSubmission', '--form', form],
      memoryIo({ 'o.json': text }),
    );
  expect([await of('sender'), await of('receiver')]).toEqual([1, 0]);
});

const TEXT = `{
  "a": [
    { "b": "} ] , \\" ", "c/d": 1 },
    2
  ],
  "e~f": { }
}`;

test.each([
  ['', 1],
  ['/a', 2],
  ['/a/0', 3],
  ['/a/0/c~1d', 3],
  ['/a/1', 4],
  ['/e~0f', 6],
  ['/e~0f/none', 6],
  ['/none', 1],
  ['/a/7', 2],
])('pointer "%s" is on line %i', (pointer, line) => {
  expect(lineAt(TEXT, offsetOf(TEXT, pointer))).toBe(line);
});
