import { consigneeRef, hasDigitRun, hasUnitNumber, looksMasked } from '@openwaybill/validate';
import { describe, expect, test } from 'vitest';
import {
  addr1,
  cnName1,
  email1,
  goods1,
  id1,
  maskVectors,
  mintConsigneeRef,
  phone1,
  plate1,
  renderAddress,
} from '../src/index.ts';

const bytesOf = (hex: string) => () => Uint8Array.from(Buffer.from(hex, 'hex'));

/** What each algorithm answers to what its vectors are given. */
const answers = {
  'phone-1': phone1,
  'cn-name-1': cnName1,
  'addr-1': ({ address, cap }) => renderAddress(addr1(address, cap)),
  'email-1': email1,
  'plate-1': plate1,
  'id-1': id1,
  'goods-1': goods1,
  'looks-masked': looksMasked,
  'digit-run': hasDigitRun,
  'unit-1': hasUnitNumber,
  'consignee-ref': (hex) => mintConsigneeRef(bytesOf(hex)),
} satisfies {
  [name in keyof typeof maskVectors]: (
    given: (typeof maskVectors)[name]['vectors'][number]['given'],
  ) => (typeof maskVectors)[name]['vectors'][number]['want'];
};

type Case = { readonly given: never; readonly want: unknown };

describe.each(Object.keys(answers) as (keyof typeof answers)[])('%s', (name) => {
  const answer = answers[name] as (given: never) => unknown;
  test.each(
    (maskVectors[name].vectors as readonly unknown[] as readonly Case[]).map((vector) => [
      JSON.stringify(vector.given),
      vector,
    ]),
  )('%s', (_title, { given, want }) => {
    expect(answer(given)).toBe(want);
  });
});

test.each(
  Object.entries(maskVectors).flatMap(([name, { vectors, ...rest }]) =>
    'pattern' in rest ? [[name, rest.pattern, vectors] as const] : [],
  ),
)('every answer of %s matches the published pattern', (_name, pattern, vectors) => {
  for (const { want } of vectors) expect(want).toMatch(new RegExp(pattern, 'u'));
});

test('at least two hundred vectors are published', () => {
  const count = Object.values(maskVectors).reduce((sum, { vectors }) => sum + vectors.length, 0);
  expect(count).toBeGreaterThanOrEqual(200);
});

test('vectors survive JSON, lone surrogates too', () => {
  expect(JSON.parse(JSON.stringify(maskVectors))).toEqual(maskVectors);
});

test('a minted reference has a right check character', () => {
  for (const { want } of maskVectors['consignee-ref'].vectors)
    expect(consigneeRef.isValid(want)).toBe(true);
});

test('a reference is never minted of too few random bytes', () => {
  expect(() => mintConsigneeRef(() => new Uint8Array(8))).toThrow();
});
