import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faultsOfInventory, stockOf } from '../../src/service-point/index.ts';

const day = (
  dayOn: string,
  arrivedCount: number,
  collectedCount: number,
  returnedCount: number,
  storedCount: number,
) => ({ dayOn, arrivedCount, collectedCount, returnedCount, storedCount });

const first = day('2026-11-11', 120, 80, 5, 35);

describe('a report of a day', () => {
  test.each([
    ['the first day balances', [], first, undefined],
    ['the second goes on from the first', [first], day('2026-11-12', 100, 110, 0, 25), undefined],
    ['one parcel too many', [], { ...first, storedCount: 36 }, '/storedCount'],
    [
      'the stock of the day before is lost',
      [first],
      day('2026-11-12', 10, 0, 0, 10),
      '/storedCount',
    ],
    ['more left than was there', [], day('2026-11-11', 5, 6, 0, 0), '/collectedCount'],
    ['the same day again', [first], first, '/dayOn'],
    ['a day before the last', [first], day('2026-11-10', 0, 0, 0, 35), '/dayOn'],
  ])('%s', (_title, earlier, report, pointer) => {
    const want = pointer === undefined ? [] : [{ pointer, rule: 'SVP-005', params: {} }];
    expect(faultsOfInventory(earlier, report)).toEqual(want);
  });
});

test('a book of balanced days balances, and one off by any count does not', () => {
  const counts = fc.array(
    fc.record({ arrived: fc.nat(1000), left: fc.nat(1000), share: fc.nat(100) }),
    { minLength: 1, maxLength: 28 },
  );
  fc.assert(
    fc.property(counts, fc.integer({ min: 1, max: 1000 }), (given, slip) => {
      const book: ReturnType<typeof day>[] = [];
      let stored = 0;
      for (const [index, { arrived, left, share }] of given.entries()) {
        const gone = Math.min(left, stored + arrived);
        const returned = Math.floor((gone * share) / 100);
        stored += arrived - gone;
        const dayOn = `2026-11-${String(index + 1).padStart(2, '0')}`;
        const report = day(dayOn, arrived, gone - returned, returned, stored);
        expect(faultsOfInventory(book, report)).toEqual([]);
        expect(faultsOfInventory(book, { ...report, storedCount: stored + slip })).toHaveLength(1);
        book.push(report);
      }
      expect(stockOf(book)).toBe(stored);
    }),
  );
});
