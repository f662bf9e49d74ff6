import type { QuoteRequest, Tariff } from '@openwaybill/schemas';
import { judge } from '@openwaybill/validate';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { billedWeight, checkTariff, quoteOf, splitCharges } from '../../src/pricing/index.ts';

const yuan = (minor: number) => ({ currency: 'CNY', minor });
const moneys = fc.integer({ min: 0, max: 1_000_000_000 }).map(yuan);
const region = { countryCode: 'CN', regionCode: '210202', regionCodeVersion: 'NBS-2023' };

/** A tariff of one zone whose brackets join at ascending weights. */
const tariffs: fc.Arbitrary<Tariff> = fc
  .record({
    ends: fc.uniqueArray(fc.integer({ min: 1, max: 200_000 }), { minLength: 1, maxLength: 8 }),
    prices: fc.array(fc.tuple(moneys, moneys), { minLength: 8, maxLength: 8 }),
    firstGrams: fc.integer({ min: 1, max: 5000 }),
    stepGrams: fc.integer({ min: 1, max: 5000 }),
    volumetricDivisor: fc.integer({ min: 4000, max: 12_000 }),
  })
  .map(({ ends, prices, firstGrams, stepGrams, volumetricDivisor }) => {
    const ascending = ends.toSorted((a, b) => a - b);
    return {
      tariffId: '0193a5c0-7d4e-7a11-8c00-0000000000d2',
      effectiveFromOn: '2026-11-01',
      zones: [{ zoneCode: 'ALL', regionCodes: ['210000'] }],
      brackets: ascending.map((toGrams, index) => ({
        zoneCode: 'ALL',
        fromGrams: ascending[index - 1] ?? 0,
        toGrams,
        firstGrams,
        firstPrice: prices[index]?.[0] ?? yuan(0),
        stepGrams,
        stepPrice: prices[index]?.[1] ?? yuan(0),
      })),
      volumetricDivisor,
      isPublic: true,
      revision: 1,
      createdAt: '2026-10-20T09:00:00+08:00',
      updatedAt: '2026-10-20T09:00:00+08:00',
    };
  });

const sizes = fc.record({
  lengthMillimetres: fc.integer({ min: 1, max: 2000 }),
  widthMillimetres: fc.integer({ min: 1, max: 2000 }),
  heightMillimetres: fc.integer({ min: 1, max: 2000 }),
});

const requests: fc.Arbitrary<QuoteRequest> = fc
  .record({ weightGrams: fc.integer({ min: 1, max: 200_000 }), dimensions: sizes })
  .map((over) => ({ origin: region, destination: region, product: 'STANDARD', ...over }));

test('a billed weight is the least whole gram below neither weight', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 200_000 }),
      sizes,
      fc.integer({ min: 4000, max: 12_000 }),
      (weight, size, divisor) => {
        const { grams } = billedWeight(weight, size, divisor);
        const volume = size.lengthMillimetres * size.widthMillimetres * size.heightMillimetres;
        expect(grams).toBeGreaterThanOrEqual(weight);
        expect(grams * divisor).toBeGreaterThanOrEqual(volume);
        expect(grams === weight || (grams - 1) * divisor < volume).toBe(true);
      },
    ),
  );
});

test('a tariff that joins has no finding and breaks no rule', () => {
  fc.assert(
    fc.property(tariffs, (tariff) => {
      expect(checkTariff(tariff)).toEqual([]);
      expect(judge('Tariff', tariff, 'sender')).toMatchObject({ ok: true });
    }),
  );
});

test('what the check of a tariff finds, the rules find, and the reverse', () => {
  fc.assert(
    fc.property(tariffs, fc.nat(), fc.integer({ min: -500, max: 500 }), (tariff, at, shift) => {
      const index = at % tariff.brackets.length;
      const moved = {
        ...tariff,
        brackets: tariff.brackets.map((bracket, place) =>
          place === index
            ? { ...bracket, fromGrams: Math.min(199_999, Math.max(0, bracket.fromGrams + shift)) }
            : bracket,
        ),
      };
      expect(judge('Tariff', moved, 'sender').ok).toBe(checkTariff(moved).length === 0);
    }),
  );
});

test('equal requests have equal prices, whose lines sum to the total', () => {
  fc.assert(
    fc.property(tariffs, requests, (tariff, request) => {
      const prices = { tariff, offers: [] };
      const priced = quoteOf(request, prices);
      expect(quoteOf(structuredClone(request), structuredClone(prices))).toEqual(priced);
      if (!priced.ok) return;
      const sum = priced.lines.reduce((total, { amount }) => total + amount.minor, 0);
      expect(sum).toBe(priced.total.minor);
      expect(priced.lines.every(({ component }) => component.endsWith('_WEIGHT'))).toBe(true);
    }),
  );
});

test('every weight of a sound tariff has a price, up to its heaviest', () => {
  fc.assert(
    fc.property(tariffs, fc.integer({ min: 1, max: 200_000 }), (tariff, weightGrams) => {
      const heaviest = Math.max(...tariff.brackets.map(({ toGrams }) => toGrams));
      const priced = quoteOf(
        { origin: region, destination: region, product: 'STANDARD', weightGrams },
        { tariff, offers: [] },
      );
      expect(priced.ok).toBe(weightGrams <= heaviest);
    }),
  );
});

test('a split breaks no rule and keeps the price of the delivery', () => {
  const bearers = fc.constantFrom('SELLER' as const, 'PLATFORM' as const, undefined);
  fc.assert(
    fc.property(moneys, moneys, moneys, bearers, (commodity, express, insurance, bearer) => {
      const made = splitCharges({
        commodity,
        express,
        vas: [{ vasCode: 'INSURE', amount: insurance }],
        ...(bearer === undefined ? {} : { freeShippingBearer: bearer }),
      });
      if (!made.ok) throw new Error(made.reason);
      expect(judge('ChargeSplit', made.split, 'sender')).toMatchObject({ ok: true });
      expect(made.split.express).toEqual(express);
      expect(made.split.total.minor).toBe(
        commodity.minor + insurance.minor + (bearer === undefined ? express.minor : 0),
      );
    }),
  );
});
