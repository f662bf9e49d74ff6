import { isInsured, isPassValidAt, uninsuredPeriods } from '@openwaybill/reference/vehicle';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const december = { fromOn: '2026-12-01', toOn: '2026-12-31' };
const cover = (validFromOn: string, validToOn: string) => ({ validFromOn, validToOn });
const period = (fromOn: string, toOn: string) => ({ fromOn, toOn });

describe('days without insurance', () => {
  test.each([
    ['a cover of the whole year', { covers: [cover('2026-01-01', '2026-12-31')], want: [] }],
    ['no cover at all', { covers: [], want: [december] }],
    [
      'two covers that meet',
      { covers: [cover('2026-12-16', '2027-12-15'), cover('2025-12-16', '2026-12-15')], want: [] },
    ],
    [
      'one day between two covers',
      {
        covers: [cover('2026-12-17', '2027-12-16'), cover('2025-12-16', '2026-12-15')],
        want: [period('2026-12-16', '2026-12-16')],
      },
    ],
    [
      'a cover that ends a day early',
      {
        covers: [cover('2026-01-01', '2026-12-30')],
        want: [period('2026-12-31', '2026-12-31')],
      },
    ],
    [
      'a cover that begins a day late',
      {
        covers: [cover('2026-12-02', '2027-12-01')],
        want: [period('2026-12-01', '2026-12-01')],
      },
    ],
    [
      'a short cover within a long one',
      { covers: [cover('2026-12-05', '2026-12-06'), cover('2026-11-01', '2027-01-31')], want: [] },
    ],
  ])('%s', (_title, { covers, want }) => {
    expect(uninsuredPeriods(december, covers)).toEqual(want);
    expect(isInsured(december, covers)).toBe(want.length === 0);
  });

  const dayOf = (offset: number): string =>
    new Date(Date.UTC(2026, 10, 15) + offset * 86_400_000).toISOString().slice(0, 10);

  test('a day is in a gap if and only if no cover holds on it', () => {
    const covers = fc.array(
      fc
        .tuple(fc.nat(60), fc.nat(20))
        .map(([begin, length]) => cover(dayOf(begin), dayOf(begin + length))),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(covers, (given) => {
        const gaps = uninsuredPeriods(december, given);
        const days = Array.from({ length: 31 }, (_, index) => dayOf(16 + index));
        const missing = days.filter(
          (day) => !given.some((one) => one.validFromOn <= day && day <= one.validToOn),
        );
        expect(
          days.filter((day) => gaps.some((gap) => gap.fromOn <= day && day <= gap.toOn)),
        ).toEqual(missing);
      }),
    );
  });
});

describe('whether a pass is valid', () => {
  const pass = {
    status: 'GRANTED' as const,
    ...december,
    windows: [
      { weekday: 2, from: '07:00', to: '09:30' },
      { weekday: 4, from: '20:00', to: '24:00' },
    ],
  };
  test.each([
    ['on a Tuesday morning', [pass, '2026-12-01T07:00:00+08:00'], true],
    ['the same instant told in Greenwich', [pass, '2026-11-30T23:00:00Z'], true],
    ['at the end of its window', [pass, '2026-12-01T09:30:00+08:00'], false],
    ['a second before the end', [pass, '2026-12-01T09:29:59+08:00'], true],
    ['on a Wednesday', [pass, '2026-12-02T08:00:00+08:00'], false],
    ['a minute before midnight of its last day', [pass, '2026-12-31T23:59:00+08:00'], true],
    ['on a Tuesday before its first day', [pass, '2026-11-24T08:00:00+08:00'], false],
    ['on a Tuesday after its last day', [pass, '2027-01-05T08:00:00+08:00'], false],
    [
      'once it is revoked',
      [{ ...pass, status: 'REVOKED' as const }, '2026-12-01T08:00:00+08:00'],
      false,
    ],
    [
      'before it is granted',
      [{ ...pass, status: 'APPLIED' as const }, '2026-12-01T08:00:00+08:00'],
      false,
    ],
  ] as const)('%s', (_title, [given, at], want) => expect(isPassValidAt(given, at)).toBe(want));
});
