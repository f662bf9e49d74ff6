import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { footprintOf, legSharesOf, type SharedLeg, shareOut } from '../../src/emission/index.ts';

const sharersOf = (weights: Readonly<Record<string, number>>) =>
  Object.entries(weights).map(([key, weight]) => ({ key, weight: BigInt(weight) }));

describe('a share-out', () => {
  test.each<
    [string, { amount: number; weights: Record<string, number>; want: Record<string, number> }]
  >([
    ['is in proportion', { amount: 100, weights: { A: 1, B: 3 }, want: { A: 25, B: 75 } }],
    [
      'gives what is left to the largest remainder',
      { amount: 10, weights: { A: 1, B: 2, C: 4 }, want: { A: 1, B: 3, C: 6 } },
    ],
    [
      'gives a tie to the first number, wherever it stands',
      { amount: 1, weights: { B: 5, A: 5 }, want: { A: 1, B: 0 } },
    ],
    [
      'has two ties for two units',
      { amount: 5, weights: { C: 1, B: 1, A: 1 }, want: { A: 2, B: 2, C: 1 } },
    ],
    ['of nothing is nothing', { amount: 0, weights: { A: 2, B: 3 }, want: { A: 0, B: 0 } }],
    ['among nobody is nothing', { amount: 7, weights: {}, want: {} }],
    [
      'is exact where a product is beyond 2^53',
      {
        amount: Number.MAX_SAFE_INTEGER,
        weights: { A: 1, B: 2 },
        want: { A: 3_002_399_751_580_330, B: 6_004_799_503_160_661 },
      },
    ],
  ])('%s', (_title, { amount, weights, want }) =>
    expect(Object.fromEntries(shareOut(amount, sharersOf(weights)))).toEqual(want),
  );

  test('without any weight is refused', () => {
    expect(() => shareOut(1, sharersOf({ A: 0 }))).toThrow(/weight above zero/);
  });
});

const night: SharedLeg = {
  legId: '019398a0-0000-7000-8000-0000000000a1',
  distanceMetres: 386_000,
  energyWattHours: 288_000,
  co2eGrams: 151_001,
  parcels: [
    { waybillNo: 'ZZ010000000016', weightGrams: 1000 },
    { waybillNo: 'ZZ010000000024', weightGrams: 3000 },
  ],
  departedAt: '2026-11-22T22:00:00+08:00',
};
const morning: SharedLeg = {
  ...night,
  legId: '019398a0-0000-7000-8000-0000000000a3',
  distanceMetres: 9000,
  energyWattHours: 680,
  co2eGrams: 421,
  parcels: [
    { waybillNo: 'ZZ010000000016', weightGrams: 1000 },
    { waybillNo: 'ZZ010000000032', weightGrams: 1000 },
  ],
  departedAt: '2026-11-23T07:00:00+08:00',
};

test('a footprint has the shares of the legs of the parcel, by departure', () => {
  expect(footprintOf('ZZ010000000016', [morning, night])).toEqual({
    waybillNo: 'ZZ010000000016',
    legs: [
      { legId: night.legId, co2eGrams: 37_750, energyWattHours: 72_000 },
      { legId: morning.legId, co2eGrams: 211, energyWattHours: 340 },
    ],
    totalCo2eGrams: 37_961,
  });
});

test('a parcel that no leg carried has no footprint', () => {
  expect(footprintOf('ZZ010000000040', [night])).toMatchObject({ legs: [], totalCo2eGrams: 0 });
});

const legOf = fc.record({
  distanceMetres: fc.integer({ min: 1, max: 100_000_000 }),
  energyWattHours: fc.maxSafeNat(),
  co2eGrams: fc.maxSafeNat(),
  parcels: fc
    .array(fc.integer({ min: 1, max: 200_000 }), { minLength: 1, maxLength: 60 })
    .map((weights) =>
      weights.map((weightGrams, index) => ({
        waybillNo: `ZZ0100000${String(index).padStart(5, '0')}`,
        weightGrams,
      })),
    ),
});

const exact = (numbers: readonly number[]): bigint =>
  numbers.reduce((sum, one) => sum + BigInt(one), 0n);

describe('of any leg', () => {
  test('the shares add up to it exactly', () => {
    fc.assert(
      fc.property(legOf, (leg) => {
        const shares = legSharesOf(leg);
        expect(exact(shares.map((one) => one.co2eGrams))).toBe(BigInt(leg.co2eGrams));
        expect(exact(shares.map((one) => one.energyWattHours))).toBe(BigInt(leg.energyWattHours));
      }),
    );
  });

  test('no share is a whole unit away from its proportion', () => {
    fc.assert(
      fc.property(legOf, (leg) => {
        const whole = exact(leg.parcels.map((one) => one.weightGrams));
        for (const [index, { co2eGrams }] of legSharesOf(leg).entries()) {
          const due = BigInt(leg.co2eGrams) * BigInt(leg.parcels[index]?.weightGrams ?? 0);
          const off = BigInt(co2eGrams) * whole - due;
          expect(off < whole && off > -whole).toBe(true);
        }
      }),
    );
  });

  test('the order of the parcels does not matter', () => {
    fc.assert(
      fc.property(legOf, (leg) => {
        const byNo = (shares: ReturnType<typeof legSharesOf>) =>
          Object.fromEntries(shares.map((one) => [one.waybillNo, one]));
        const turned = { ...leg, parcels: [...leg.parcels].reverse() };
        expect(byNo(legSharesOf(turned))).toEqual(byNo(legSharesOf(leg)));
      }),
    );
  });

  test('a heavier parcel never has the smaller share', () => {
    fc.assert(
      fc.property(legOf, (leg) => {
        const shares = legSharesOf(leg);
        const byWeight = leg.parcels
          .map((parcel, index) => ({ ...parcel, share: shares[index]?.co2eGrams ?? 0 }))
          .sort((a, b) => a.weightGrams - b.weightGrams);
        for (const [index, one] of byWeight.entries()) {
          const next = byWeight[index + 1];
          if (next !== undefined && next.weightGrams > one.weightGrams)
            expect(next.share).toBeGreaterThanOrEqual(one.share);
        }
      }),
    );
  });
});
