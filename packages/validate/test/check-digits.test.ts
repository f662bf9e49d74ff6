import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  assetId,
  consigneeRef,
  grai,
  gs1,
  partyId,
  residentId,
  s10,
  uscc,
  vin,
} from '../src/index.ts';

const seed = (path: string) =>
  JSON.parse(readFileSync(new URL(`../../../seeds/real/${path}`, import.meta.url), 'utf8'));

describe('vectors of the standard', () => {
  test.each([
    ['S10', s10.isValid, ['RB123456785GB'], ['RB123456786US', 'RB123456785XX']],
    ['SSCC', gs1.isValid, ['106141412345678908'], ['106141412345678909']],
    [
      'GTIN',
      gs1.isValid,
      ['4006381333931', '6901234567892', '95040004'],
      ['4006381333932', '95040003', '400638133393', ''],
    ],
    ['GLN', gs1.isValid, ['2102020000003', '6912345000000'], ['2102020000004']],
    [
      'GRAI',
      grai.isValid,
      ['02102020000003', '02102020000003AB12'],
      ['02102020000004', '2102020000003', '02102020000003-'],
    ],
    [
      'asset',
      assetId.isValid,
      ['RA0000000000017', 'RA2102020000171', '02102020000003'],
      ['RA0000000000018', 'RA000000000001'],
    ],
    [
      'unified social credit code',
      uscc.isValid,
      ['91350100M000100Y43', '91210200MA0000001M', '91210200MA0000002Q'],
      ['91350100M000100Y44', '9135O100M000100Y43', '91350100S000100Y43', '91350100I000100Y43'],
    ],
    [
      'resident identity number',
      residentId.isValid,
      ['11010519491231002X', '990000199001010009'],
      ['110105194912310021', '11010519491331002X', '990000199001010008', ''],
    ],
    ['party', partyId.isValid, ['ZZ', '91210200MA0000001M'], ['91210200MA0000001N']],
    [
      'VIN',
      vin.isValid,
      ['1M8GDM9AXKP042788', '11111111111111111'],
      ['1M8GDM9A0KP042788', '1M8GDM9AXKP04278I'],
    ],
    [
      'ConsigneeRef',
      consigneeRef.isValid,
      [
        'cr1_AAECAwQFBgcICQoLDA0ODw4',
        'cr1_AAAAAAAAAAAAAAAAAAAAAAA',
        'cr1______________________w0',
        'cr1_8OHSw7Sllod4aVpLPC0eDwL',
      ],
      ['cr1_AAECAwQFBgcICQoLDA0ODw5', 'cr1_AAECAwQFBgcICQoLDA0ODw'],
    ],
  ] as const)('%s', (_name, isValid, good, bad) => {
    expect(good.map(isValid)).toEqual(good.map(() => true));
    expect(bad.map(isValid)).toEqual(bad.map(() => false));
  });
});

describe('a check character is computed from its body', () => {
  test.each([
    ['S10, the plain rule', s10.checkDigitOf('47312482'), '9'],
    ['S10, 11 becomes 5', s10.checkDigitOf('00000000'), '5'],
    ['S10, 10 becomes 0', s10.checkDigitOf('20000001'), '0'],
    ['GTIN-13', gs1.checkDigitOf('400638133393'), '1'],
    ['GRAI', grai.checkDigitOf('210202000000'), '3'],
    ['asset', assetId.checkDigitOf('000000000001'), '7'],
    ['unified social credit code', uscc.checkDigitOf('91350100M000100Y4'), '3'],
    ['VIN', vin.checkDigitOf('1M8GDM9A_KP042788'), 'X'],
    ['ConsigneeRef', consigneeRef.checkDigitOf('AAECAwQFBgcICQoLDA0ODw'), '4'],
  ])('%s', (_name, given, want) => expect(given).toBe(want));
});

describe('vectors of others', () => {
  test.each(seed('gs1/check-digits.json') as { value: string; valid: boolean }[])(
    'GS1 "$value"',
    ({ value, valid }) => expect(gs1.isValid(value)).toBe(valid),
  );
  test.each(seed('uscc/codes.json') as { code: string; valid: boolean }[])(
    'unified social credit code $code',
    ({ code, valid }) => expect(uscc.isValid(code)).toBe(valid),
  );
  const numbers = seed('tracking-number-data/couriers/s10.json').tracking_numbers[0].test_numbers;
  test.each([
    ...numbers.valid.map((number: string) => ({ number, valid: true })),
    ...numbers.invalid.map((number: string) => ({ number, valid: false })),
  ])('S10 $number', ({ number, valid }) => expect(s10.isValid(number)).toBe(valid));
});
