import fc from 'fast-check';
import { expect, test } from 'vitest';
import { base64, base64url, fromBase64, fromBase64url, hex, uuid4 } from '../src/index.ts';

const BYTES = Uint8Array.of(0xfb, 0xef, 0xff, 0x00);

test.each([
  ['base64 has plus, slash and padding', { given: base64(BYTES), want: '++//AA==' }],
  ['base64url has neither of them', { given: base64url(BYTES), want: '--__AA' }],
  ['hexadecimal has two digits a byte', { given: hex(BYTES), want: 'fbefff00' }],
  [
    'a UUID of version 4 has its version and variant',
    {
      given: uuid4((count) => new Uint8Array(count)),
      want: '00000000-0000-4000-8000-000000000000',
    },
  ],
])('%s', (_title, { given, want }) => expect(given).toBe(want));

test('bytes come back from their text', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(fromBase64(base64(bytes))).toEqual(bytes);
      expect(fromBase64url(base64url(bytes))).toEqual(bytes);
    }),
  );
});

test.each(['*', 'A', 'AA=A'])('%s is the text of no bytes', (given) => {
  expect(fromBase64(given)).toBeUndefined();
  expect(fromBase64url(given)).toBeUndefined();
});

test('a text of any length has its bytes', () => {
  const bytes = new Uint8Array(300_000).fill(1);
  expect(fromBase64(base64(bytes))?.length).toBe(bytes.length);
});
