import { expect, test } from 'vitest';
import { recogniseNumber } from '../src/index.ts';
import { recorded } from './recordings.ts';

type Numbers = { readonly valid: readonly string[]; readonly invalid: readonly string[] };
type Definitions = {
  readonly tracking_numbers: readonly { readonly name: string; readonly test_numbers: Numbers }[];
};

const numbersOf = (courier: string, name: string): Numbers => {
  const { tracking_numbers } = recorded(
    `tracking-number-data/couriers/${courier}.json`,
  ) as Definitions;
  const found = tracking_numbers.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found.test_numbers;
};

const s10 = numbersOf('s10', 'S10');
const sscc = numbersOf('fedex', 'FedEx Ground (SSCC-18)');

test.each(s10.valid)('%s is S10', (number) => expect(recogniseNumber(number)).toEqual(['S10']));
test.each(s10.invalid)('%s is not S10', (number) => expect(recogniseNumber(number)).toEqual([]));
test.each(sscc.valid)('%s is an SSCC', (number) =>
  expect(recogniseNumber(number)).toEqual(['SSCC']),
);
test.each(sscc.invalid)('%s is no SSCC', (number) => expect(recogniseNumber(number)).toEqual([]));

const digits = recorded('gs1/check-digits.json') as readonly { value: string; valid: boolean }[];

test.each(digits)('$value is a number of GS1: $valid', ({ value, valid }) => {
  expect(recogniseNumber(value).length > 0).toBe(valid);
});

test.each([
  ['thirteen digits are a GTIN or a GLN', '2102020000003', ['GTIN', 'GLN']],
  ['eight digits are a GTIN', '95040004', ['GTIN']],
  ['a number of a courier is none of these', 'SF0000000000001', []],
] as const)('%s', (_title, given, want) => expect(recogniseNumber(given)).toEqual(want));
