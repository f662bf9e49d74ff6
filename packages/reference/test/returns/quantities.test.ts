import { excessLines, isLive, returnableLines } from '@openwaybill/reference/returns';
import type { Return } from '@openwaybill/schemas';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const line = (lineNo: number, value: number, unit = 'C62') => ({
  lineNo,
  categoryCode: 'FOOD' as const,
  quantity: { value, unit },
});
const standing = (status: Return['status'], ...items: readonly ReturnType<typeof line>[]) => ({
  status,
  items: [...items],
});
const delivered = [line(1, 3), line(2, 500, 'GRM')];

describe('lines that ask for more than is left', () => {
  test.each([
    ['all of it is left', { returns: [], asked: [line(1, 3)], want: [] }],
    ['one more than was delivered', { returns: [], asked: [line(1, 4)], want: [0] }],
    [
      'the last one',
      { returns: [standing('IN_TRANSIT', line(1, 2))], asked: [line(1, 1)], want: [] },
    ],
    [
      'one more than the last',
      { returns: [standing('AUTHORISED', line(1, 2))], asked: [line(1, 2)], want: [0] },
    ],
    [
      'what was cancelled is free again',
      { returns: [standing('CANCELLED', line(1, 3))], asked: [line(1, 3)], want: [] },
    ],
    [
      'what was refused is back with the consumer',
      { returns: [standing('REFUSED', line(1, 3))], asked: [line(1, 3)], want: [] },
    ],
    [
      'what was refunded is gone for ever',
      { returns: [standing('REFUNDED', line(1, 3))], asked: [line(1, 1)], want: [0] },
    ],
    ['a line that nobody delivered', { returns: [], asked: [line(1, 1), line(9, 1)], want: [1] }],
    ['grams of pieces', { returns: [], asked: [line(1, 1, 'GRM')], want: [0] }],
    [
      'one line in two parts counts as one',
      { returns: [], asked: [line(1, 2), line(1, 2)], want: [1] },
    ],
    [
      'other lines take nothing away',
      { returns: [standing('RECEIVED', line(2, 500, 'GRM'))], asked: [line(1, 3)], want: [] },
    ],
  ])('%s', (_title, { returns, asked, want }) =>
    expect(excessLines(delivered, returns, asked)).toEqual(want),
  );
});

const statuses = fc.constantFrom<Return['status']>(
  'AUTHORISED',
  'IN_TRANSIT',
  'RECEIVED',
  'REFUNDED',
  'REFUSED',
  'CANCELLED',
);
const asks = fc.array(fc.record({ status: statuses, count: fc.integer({ min: 1, max: 5 }) }), {
  maxLength: 12,
});

describe('properties', () => {
  test('accepted returns never ask back more than was delivered', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 }), asks, (count, given) => {
        const goods = [line(1, count)];
        const kept: ReturnType<typeof standing>[] = [];
        for (const ask of given)
          if (excessLines(goods, kept, [line(1, ask.count)]).length === 0)
            kept.push(standing(ask.status, line(1, ask.count)));
        const live = kept
          .filter(({ status }) => isLive(status))
          .reduce((sum, { items }) => sum + (items[0]?.quantity.value ?? 0), 0);
        expect(live).toBeLessThanOrEqual(count);
        expect(returnableLines(goods, kept)).toEqual([
          { lineNo: 1, quantity: { value: count - live, unit: 'C62' } },
        ]);
      }),
    );
  });

  test('the order of returns changes nothing', () => {
    fc.assert(
      fc.property(asks, (given) => {
        const returns = given.map(({ status, count }) => standing(status, line(1, count)));
        expect(returnableLines(delivered, returns.toReversed())).toEqual(
          returnableLines(delivered, returns),
        );
      }),
    );
  });
});
