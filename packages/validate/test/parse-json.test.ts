import { describe, expect, test } from 'vitest';
import { parseJson } from '../src/index.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const bytes = (...codes: number[]): Uint8Array => Uint8Array.from(codes);

describe('bytes that are no message', () => {
  test.each([
    ['text that is no JSON', { given: utf8('{"a":'), want: ['json', ''] }],
    ['nothing', { given: utf8(''), want: ['json', ''] }],
    ['two values', { given: utf8('{} {}'), want: ['json', ''] }],
    [
      'a byte order mark',
      { given: bytes(0xef, 0xbb, 0xbf, 0x7b, 0x7d), want: ['byte-order-mark', ''] },
    ],
    ['GBK', { given: bytes(0x22, 0xd5, 0xc5, 0x22), want: ['utf8', ''] }],
    ['an overlong form', { given: bytes(0x22, 0xc0, 0xaf, 0x22), want: ['utf8', ''] }],
    ['a key twice', { given: utf8('{"a":1,"a":2}'), want: ['duplicate-key', ''] }],
    [
      'a key twice, once escaped, inside a list',
      { given: utf8('{"b":[{},{"a":1,"\\u0061":2}]}'), want: ['duplicate-key', '/b/1'] },
    ],
    ['the key __proto__', { given: utf8('{"a":{"__proto__":{}}}'), want: ['forbidden-key', '/a'] }],
    ['the key constructor', { given: utf8('{"constructor":1}'), want: ['forbidden-key', ''] }],
    ['the key prototype', { given: utf8('[{"prototype":1}]'), want: ['forbidden-key', '/0'] }],
    ['half a character', { given: utf8('{"a":"\\ud83d"}'), want: ['lone-surrogate', '/a'] }],
    ['half a character in a key', { given: utf8('{"\\udc00":1}'), want: ['lone-surrogate', ''] }],
    ['a text in NFD', { given: utf8('{"a":"e\u0301"}'), want: ['nfc', '/a'] }],
    [
      'a number beyond the safe ones',
      { given: utf8('{"a":9007199254740993}'), want: ['unsafe-number', '/a'] },
    ],
    ['a number beyond all', { given: utf8('[1e400]'), want: ['unsafe-number', '/0'] }],
    [
      '33 levels',
      { given: utf8('['.repeat(33) + ']'.repeat(33)), want: ['depth', '/0'.repeat(32)] },
    ],
    ['a bomb of brackets', { given: utf8('['.repeat(100_000)), want: ['depth', '/0'.repeat(32)] }],
  ] as const)('%s', (_title, { given, want: [rule, pointer] }) =>
    expect(parseJson(given)).toEqual({
      ok: false,
      code: 'MALFORMED_JSON',
      issues: [{ pointer, rule, params: {} }],
    }),
  );
});

describe('bytes that are a message', () => {
  test.each([
    ['an object', '{"a":[1,true,"张"]}', { a: [1, true, '张'] }],
    ['a pair of surrogates', '"\\ud83d\\ude00"', '😀'],
    ['one key in two objects', '[{"a":1},{"a":1}]', [{ a: 1 }, { a: 1 }]],
    ['a value that looks like a key', '{"a":"b","b":"a"}', { a: 'b', b: 'a' }],
    ['brackets and quotes in a text', '{"a":"[[{\\"a\\":"}', { a: '[[{"a":' }],
    ['the largest safe number', '9007199254740991', 9007199254740991],
    ['a fraction, which is the business of a schema', '1.5', 1.5],
    ['null, which is the business of a schema', 'null', null],
    ['32 levels', '['.repeat(32) + ']'.repeat(32), expect.any(Array)],
  ])('%s', (_title, given, want) => {
    expect(parseJson(utf8(given))).toEqual({ ok: true, value: want });
    expect(parseJson(given)).toEqual({ ok: true, value: want });
  });
});

describe('size', () => {
  const kibi = 1024;
  test.each([
    ['256 KiB pass', { given: `"${'a'.repeat(256 * kibi - 2)}"`, limits: {}, want: true }],
    [
      'one byte more does not',
      { given: `"${'a'.repeat(256 * kibi - 1)}"`, limits: {}, want: false },
    ],
    ['a text counts as its UTF-8', { given: '"张"', limits: { maxBytes: 4 }, want: false }],
    ['a limit is an argument', { given: '"张"', limits: { maxBytes: 5 }, want: true }],
  ])('%s', (_title, { given, limits, want }) => {
    const parsed = parseJson(given, limits);
    expect(parsed.ok).toBe(want);
    expect(parsed.ok ? undefined : parsed.code).toBe(want ? undefined : 'BODY_TOO_LARGE');
  });
});
