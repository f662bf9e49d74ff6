import type { Dimensions, QuoteRequest, Tariff, VasOffer } from '@openwaybill/schemas';
import { registry } from '@openwaybill/schemas';
import { describe, expect, test } from 'vitest';
import {
  billedWeight,
  checkTariff,
  quoteOf,
  splitCharges,
  tariffInForce,
  unchosenLines,
  zoneOf,
} from '../../src/pricing/index.ts';

const exampleOf = <T>(name: string, title: string): T =>
  registry.schemas.get(name)?.examples.valid[title] as T;

const yuan = (minor: number) => ({ currency: 'CNY', minor });
const tariff = exampleOf<Tariff>('Tariff', 'two zones');
const insurance = exampleOf<VasOffer>('VasOffer', 'insurance for half a per cent');
const request = exampleOf<QuoteRequest>('QuoteRequest', 'an insured box within Dalian');
const prices = { tariff, offers: [insurance] };
const box = (length: number, width: number, height: number): Dimensions => ({
  lengthMillimetres: length,
  widthMillimetres: width,
  heightMillimetres: height,
});
const bare: QuoteRequest = {
  origin: request.origin,
  destination: request.destination,
  weightGrams: 1000,
  product: 'STANDARD',
};

describe('the billed weight is the greater of the two, rounded up', () => {
  test.each([
    ['no dimensions', { grams: 1200, size: undefined }, { grams: 1200, basis: 'WEIGHT' }],
    ['both are equal', { grams: 1200, size: box(300, 200, 120) }, { grams: 1200, basis: 'WEIGHT' }],
    [
      'one cubic millimetre more is one gram more',
      { grams: 1200, size: box(7_200_001, 1, 1) },
      { grams: 1201, basis: 'VOLUMETRIC' },
    ],
    [
      'a large and light box',
      { grams: 500, size: box(400, 300, 300) },
      { grams: 6000, basis: 'VOLUMETRIC' },
    ],
    [
      'a small and heavy one',
      { grams: 9000, size: box(100, 100, 100) },
      { grams: 9000, basis: 'WEIGHT' },
    ],
    [
      'the largest box there is',
      { grams: 1, size: box(10_000, 10_000, 10_000) },
      { grams: 166_666_667, basis: 'VOLUMETRIC' },
    ],
  ])('%s', (_title, { grams, size }, want) => {
    expect(billedWeight(grams, size, 6000)).toEqual(want);
  });
});

describe('the narrowest region that is listed decides the zone', () => {
  test.each([
    ['a district of the city', '210202', 'CITY'],
    ['the city itself', '210200', 'CITY'],
    ['another city of the province', '210102', 'PROVINCE'],
    ['another province', '110101', undefined],
  ])('%s', (_title, regionCode, want) => {
    expect(zoneOf(tariff, { regionCode })).toBe(want);
  });

  test('a place abroad is in no zone', () => {
    expect(zoneOf(tariff, {})).toBeUndefined();
  });
});

describe('a price is that of the bracket and its steps', () => {
  test.each([
    ['up to the first weight', { weightGrams: 1000 }, 600],
    ['a begun step', { weightGrams: 1001 }, 700],
    ['a whole step', { weightGrams: 1500 }, 700],
    ['the next step', { weightGrams: 1501 }, 800],
    ['the last gram of a bracket', { weightGrams: 30_000 }, 6400],
    ['the first gram of the next', { weightGrams: 30_001 }, 6700],
    ['by volume', { weightGrams: 500, dimensions: box(400, 300, 300) }, 1600],
    ['a box that comes back', { packClass: 'A_REUSABLE' as const }, 650],
    ['a box without a price of its own', { packClass: 'D_CONVENTIONAL' as const }, 600],
    ['carried upstairs', { vas: ['UPSTAIRS' as const] }, 800],
    ['insured', { vas: ['INSURE' as const], declaredValue: yuan(20_000) }, 700],
    ['insured: a begun fen counts', { vas: ['INSURE' as const], declaredValue: yuan(20_001) }, 701],
  ])('%s', (_title, over, want) => {
    expect(quoteOf({ ...bare, ...over }, prices)).toMatchObject({ ok: true, total: yuan(want) });
  });

  test('the quote of the examples is the price of its request', () => {
    const quote = exampleOf<object>('Quote', 'first weight, continued weight and insurance');
    const priced = quoteOf(request, prices);
    expect(quote).toMatchObject(priced.ok ? { lines: priced.lines, total: priced.total } : {});
    expect(priced.ok).toBe(true);
  });
});

describe('there is no price where the tables have none', () => {
  test.each([
    [
      'a destination of no zone',
      { destination: { countryCode: 'CN', regionCode: '110101', regionCodeVersion: 'NBS-2023' } },
      { code: 'UNSERVICEABLE', reason: 'NO_ZONE', pointer: '/destination' },
    ],
    [
      'too heavy',
      { weightGrams: 50_001 },
      { code: 'UNSERVICEABLE', reason: 'NO_BRACKET', pointer: '/weightGrams' },
    ],
    [
      'a service that is not offered',
      { vas: ['UPSTAIRS' as const, 'FRESH' as const] },
      { code: 'UNSERVICEABLE', reason: 'SERVICE_NOT_OFFERED', pointer: '/vas/1' },
    ],
    [
      'insured for nothing',
      { vas: ['INSURE' as const] },
      { code: 'RULE_VIOLATION', reason: 'NO_DECLARED_VALUE', pointer: '/declaredValue' },
    ],
    [
      'insured in another currency',
      { vas: ['INSURE' as const], declaredValue: { currency: 'USD', minor: 1000 } },
      { code: 'RULE_VIOLATION', reason: 'ANOTHER_CURRENCY', pointer: '/declaredValue' },
    ],
  ])('%s', (_title, over, want) => {
    expect(quoteOf({ ...bare, ...over }, prices)).toEqual({ ok: false, ...want });
  });
});

describe('a check of a tariff finds', () => {
  const [first, second, province] = tariff.brackets;
  if (first === undefined || second === undefined || province === undefined)
    throw new Error('the example has three brackets');
  const find = (brackets: Tariff['brackets']) => checkTariff({ ...tariff, brackets });
  test.each([
    ['nothing in a sound one', [first, second, province], []],
    ['nothing in another order', [province, second, first], []],
    [
      'a gap',
      [first, { ...second, fromGrams: 30_100 }, province],
      [{ kind: 'GAP', zoneCode: 'CITY', fromGrams: 30_000, toGrams: 30_100 }],
    ],
    [
      'an overlap',
      [first, { ...second, fromGrams: 29_000 }, province],
      [{ kind: 'OVERLAP', zoneCode: 'CITY', fromGrams: 29_000, toGrams: 30_000 }],
    ],
    [
      'a bracket inside another',
      [first, { ...first, fromGrams: 100, toGrams: 200 }, second, province],
      [{ kind: 'OVERLAP', zoneCode: 'CITY', fromGrams: 100, toGrams: 200 }],
    ],
    [
      'a gap at the beginning',
      [first, second, { ...province, fromGrams: 1 }],
      [{ kind: 'GAP', zoneCode: 'PROVINCE', fromGrams: 0, toGrams: 1 }],
    ],
    [
      'a bracket upside down',
      [first, second, province, { ...province, fromGrams: 50_000, toGrams: 50_000 }],
      [{ kind: 'EMPTY_BRACKET', zoneCode: 'PROVINCE', fromGrams: 50_000, toGrams: 50_000 }],
    ],
    [
      'a zone without a bracket',
      [first, second],
      [{ kind: 'NO_BRACKET', zoneCode: 'PROVINCE', fromGrams: 0, toGrams: 0 }],
    ],
  ])('%s', (_title, brackets, want) => {
    expect(find(brackets)).toEqual(want);
  });
});

test('of the tariffs in force the latest counts', () => {
  const tariffs = [
    { ...tariff, tariffId: 'old', effectiveFromOn: '2026-01-01', effectiveToOn: '2026-12-31' },
    { ...tariff, tariffId: 'new', effectiveFromOn: '2026-11-01' },
    { ...tariff, tariffId: 'next', effectiveFromOn: '2027-01-01' },
  ];
  const given = ['2025-12-31', '2026-06-01', '2026-11-01', '2027-01-01'];
  expect(given.map((day) => tariffInForce(tariffs, day)?.tariffId)).toEqual([
    undefined,
    'old',
    'new',
    'next',
  ]);
});

describe('a split of charges', () => {
  const costs = { commodity: yuan(9900), express: yuan(600) };
  test('with free shipping still states the price of the delivery', () => {
    const given = {
      ...costs,
      vas: [{ vasCode: 'INSURE' as const, amount: yuan(200) }],
      packaging: [{ packClass: 'D_CONVENTIONAL' as const, amount: yuan(0) }],
      freeShippingBearer: 'SELLER' as const,
    };
    expect(splitCharges(given)).toEqual({
      ok: true,
      split: exampleOf('ChargeSplit', 'free shipping borne by the seller'),
    });
  });

  test.each([
    ['the buyer pays the delivery', {}, 10_500],
    [
      'half of the delivery is given, free shipping the rest',
      {
        discounts: [{ scope: 'EXPRESS' as const, amount: yuan(300) }],
        freeShippingBearer: 'PLATFORM' as const,
      },
      9900,
    ],
    [
      'goods at half price',
      { discounts: [{ scope: 'COMMODITY' as const, amount: yuan(4950) }] },
      5550,
    ],
  ])('adds up: %s', (_title, over, want) => {
    expect(splitCharges({ ...costs, ...over })).toMatchObject({
      ok: true,
      split: { express: yuan(600), total: yuan(want) },
    });
  });

  test.each([
    [
      'a discount above its scope',
      { discounts: [{ scope: 'EXPRESS' as const, amount: yuan(601) }] },
      { reason: 'DISCOUNT_ABOVE_SCOPE', scope: 'EXPRESS' },
    ],
    [
      'a negative discount',
      { discounts: [{ scope: 'VAS' as const, amount: yuan(-1) }] },
      { reason: 'DISCOUNT_NEGATIVE', scope: 'VAS' },
    ],
    [
      'two currencies',
      { packaging: [{ packClass: 'A_REUSABLE' as const, amount: { currency: 'JPY', minor: 5 } }] },
      { reason: 'CURRENCIES_DIFFER' },
    ],
    [
      'a sum that no double holds',
      { vas: [{ vasCode: 'INSURE' as const, amount: yuan(Number.MAX_SAFE_INTEGER) }] },
      { reason: 'BEYOND_EXACT' },
    ],
  ])('is refused: %s', (_title, over, want) => {
    expect(splitCharges({ ...costs, ...over })).toEqual({ ok: false, ...want });
  });
});

test('lines of services that were not chosen, or charged twice, are found', () => {
  const line = (vasCode: 'INSURE' | 'UPSTAIRS') => ({ component: 'VAS' as const, vasCode });
  const lines = [
    { component: 'FIRST_WEIGHT' as const },
    line('INSURE'),
    line('UPSTAIRS'),
    line('INSURE'),
  ];
  expect(unchosenLines(lines, ['INSURE'])).toEqual([line('UPSTAIRS'), line('INSURE')]);
});
