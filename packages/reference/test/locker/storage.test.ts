import { epochMillis, type Locker } from '@openwaybill/schemas';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  freeCells,
  freeUntil,
  hasFreeCell,
  mayExtend,
  mayRemind,
  storageFee,
} from '../../src/locker/index.ts';

const tariff = { amount: { currency: 'CNY', minor: 50 }, per: 'PT12H' };
const end = '2026-11-12T11:00:00+08:00';

describe('a fee', () => {
  test.each([
    ['in the free time', '2026-11-12T10:59:59+08:00', 0, 0],
    ['at its end', end, 0, 0],
    ['a second before a period is over', '2026-11-12T22:59:59+08:00', 0, 0],
    ['when a period is over', '2026-11-12T23:00:00+08:00', 1, 50],
    ['the same instant told from Greenwich', '2026-11-12T15:00:00Z', 1, 50],
    ['a part of a second period', '2026-11-13T10:59:59+08:00', 1, 50],
    ['ten days', '2026-11-22T11:00:00+08:00', 20, 1000],
  ])('%s', (_title, at, periodCount, minor) => {
    expect(storageFee(end, at, tariff)).toEqual({
      amount: { currency: 'CNY', minor },
      periodCount,
      chargedFromAt: end,
    });
  });

  test('what is no exact integer is thrown out', () => {
    const dear = { amount: { currency: 'CNY', minor: Number.MAX_SAFE_INTEGER }, per: 'PT1S' };
    expect(() => storageFee(end, '2026-11-12T11:00:02+08:00', dear)).toThrow(RangeError);
  });

  test('it never falls, and is whole periods times the amount', () => {
    const seconds = fc.integer({ min: -86_400, max: 86_400 * 60 });
    fc.assert(
      fc.property(
        seconds,
        seconds,
        fc.integer({ min: 1, max: 100_000 }),
        fc.integer({ min: 1, max: 86_400 * 7 }),
        (one, other, minor, per) => {
          const own = { amount: { currency: 'CNY', minor }, per: `PT${per}S` };
          const at = (offset: number) => new Date(epochMillis(end) + offset * 1000).toISOString();
          const [early, late] = [Math.min(one, other), Math.max(one, other)];
          const [before, after] = [storageFee(end, at(early), own), storageFee(end, at(late), own)];
          expect(before.amount.minor).toBeLessThanOrEqual(after.amount.minor);
          expect(after.amount.minor).toBe(after.periodCount * minor);
          expect(after.periodCount * per).toBeLessThanOrEqual(Math.max(0, late));
          expect((after.periodCount + 1) * per).toBeGreaterThan(Math.max(0, late));
          if (late <= 0) expect(after.periodCount).toBe(0);
        },
      ),
    );
  });
});

describe('storage', () => {
  test.each([
    ['a day', 'P1D', '2026-11-12T03:00:00.000Z'],
    ['a day and a half', 'P1DT12H', '2026-11-12T15:00:00.000Z'],
    ['no time at all', 'PT0S', '2026-11-11T03:00:00.000Z'],
  ])('free for %s', (_title, freeStorage, want) => {
    expect(freeUntil('2026-11-11T11:00:00+08:00', freeStorage)).toBe(want);
  });

  test.each([
    [
      'later and still free',
      '2026-11-13T11:00:00+08:00',
      undefined,
      '2026-11-12T10:00:00+08:00',
      true,
    ],
    ['not later', end, undefined, '2026-11-12T10:00:00+08:00', false],
    [
      'after the end and not paid',
      '2026-11-14T11:00:00+08:00',
      undefined,
      '2026-11-13T10:00:00+08:00',
      false,
    ],
    [
      'after the end and paid',
      '2026-11-14T11:00:00+08:00',
      'PAY-1',
      '2026-11-13T10:00:00+08:00',
      true,
    ],
    [
      'paid, and over already',
      '2026-11-13T11:00:00+08:00',
      'PAY-1',
      '2026-11-13T12:00:00+08:00',
      false,
    ],
    ['at the very end and not paid', '2026-11-13T11:00:00+08:00', undefined, end, false],
  ])('prolonged: %s', (_title, untilAt, paymentRef, at, want) => {
    const asked = { untilAt, ...(paymentRef === undefined ? {} : { paymentRef }) };
    expect(mayExtend({ freeUntilAt: end }, asked, at)).toBe(want);
  });

  test.each([
    ['never reminded', undefined, true],
    ['a second less than a day ago', '2026-11-11T11:00:01+08:00', false],
    ['a day ago', '2026-11-11T11:00:00+08:00', true],
  ])('reminder: %s', (_title, last, want) => expect(mayRemind(last, end)).toBe(want));
});

describe('cells', () => {
  const cells: Locker['cells'] = [
    { size: 'S', temperature: 'AMBIENT', totalCount: 20, freeCount: 12 },
    { size: 'M', temperature: 'AMBIENT', totalCount: 16, freeCount: 0 },
    { size: 'S', temperature: 'CHILLED', totalCount: 4, freeCount: 1 },
  ];
  test.each([
    ['free ones of the kind', 'S', 'AMBIENT', 12],
    ['none free', 'M', 'AMBIENT', 0],
    ['another temperature is another kind', 'S', 'CHILLED', 1],
    ['a kind that the locker lacks', 'XL', 'FROZEN', 0],
  ] as const)('%s', (_title, size, temperature, want) => {
    expect(freeCells({ cells }, { size, temperature })).toBe(want);
    expect(hasFreeCell({ cells, status: 'OPEN' }, { size, temperature })).toBe(want > 0);
    expect(hasFreeCell({ cells, status: 'SUSPENDED' }, { size, temperature })).toBe(false);
  });
});
