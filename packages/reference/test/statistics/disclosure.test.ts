import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type DisclosableCell,
  isSafe,
  roundedCount,
  type Sum,
  withheldOf,
} from '../../src/statistics/index.ts';

const cell = (value: number, members: Partial<DisclosableCell> = {}): DisclosableCell => ({
  value,
  personCount: value,
  merchantCount: 5,
  largestMerchantPerMille: 400,
  ...members,
});

test.each([
  ['ten persons and three merchants', { given: cell(10, { merchantCount: 3 }), want: true }],
  ['nine persons', { given: cell(9), want: false }],
  ['two merchants', { given: cell(100, { merchantCount: 2 }), want: false }],
  ['a merchant of 80 per cent', { given: cell(100, { largestMerchantPerMille: 800 }), want: true }],
  ['a merchant above it', { given: cell(100, { largestMerchantPerMille: 801 }), want: false }],
  ['nobody', { given: cell(0, { personCount: 0, merchantCount: 0 }), want: true }],
  [
    'an unknown largest merchant',
    { given: { value: 100, personCount: 100, merchantCount: 9 }, want: false },
  ],
])('%s: may it be published', (_title, { given, want }) => {
  expect(isSafe(given)).toBe(want);
});

test.each([
  [0, 0],
  [2, 0],
  [3, 5],
  [7, 5],
  [8, 10],
  [183_204, 183_205],
])('%i is published as %i', (given, want) => {
  expect(roundedCount(given)).toBe(want);
});

const CITY: Sum = { total: 'city', parts: ['a', 'b', 'c'] };

describe('complementary suppression', () => {
  test.each<[string, { a: number; b: number; c: number; want: readonly string[] }]>([
    ['nothing is withheld where nothing is small', { a: 10, b: 20, c: 30, want: [] }],
    ['beside one small cell the smallest other goes', { a: 9, b: 30, c: 20, want: ['a', 'c'] }],
    ['two small cells are no cover for each other', { a: 4, b: 5, c: 60, want: ['a', 'b', 'c'] }],
    [
      'where all parts are small, the total goes too',
      { a: 4, b: 5, c: 6, want: ['a', 'b', 'c', 'city'] },
    ],
  ])('%s', (_title, { a, b, c, want }) => {
    const cells = new Map([
      ['a', cell(a)],
      ['b', cell(b)],
      ['c', cell(c)],
      ['city', cell(a + b + c)],
    ]);
    expect([...withheldOf(cells, [CITY])].sort()).toEqual(want);
  });

  test('a hidden small rest is not given away by its total', () => {
    const cells = new Map([
      ['a', cell(40)],
      ['b', cell(50)],
      ['rest', cell(3)],
      ['city', cell(93)],
    ]);
    const sums = [{ total: 'city', parts: ['a', 'b', 'rest'] }];
    expect([...withheldOf(cells, sums, new Set(['rest']))]).toEqual(['a']);
  });
});

/** A table of regions by days with all its margins. */
const table = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 4 }))
  .chain(([rows, columns]) =>
    fc.array(
      fc.array(fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 80 })), {
        minLength: columns,
        maxLength: columns,
      }),
      { minLength: rows, maxLength: rows },
    ),
  )
  .map((values) => {
    const cells = new Map<string, DisclosableCell>();
    const sums: Sum[] = [];
    const total = (key: string, parts: readonly string[]): void => {
      cells.set(key, cell(parts.reduce((sum, part) => sum + (cells.get(part)?.value ?? 0), 0)));
      sums.push({ total: key, parts });
    };
    values.forEach((row, r) => {
      row.forEach((value, c) => {
        cells.set(`${r}.${c}`, cell(value));
      });
    });
    const rows = values.map((_, r) => r);
    const columns = (values[0] ?? []).map((_, c) => c);
    for (const r of rows)
      total(
        `${r}.*`,
        columns.map((c) => `${r}.${c}`),
      );
    for (const c of columns)
      total(
        `*.${c}`,
        rows.map((r) => `${r}.${c}`),
      );
    total(
      '*.*',
      rows.map((r) => `${r}.*`),
    );
    sums.push({ total: '*.*', parts: columns.map((c) => `*.${c}`) });
    return { cells, sums };
  });

/** Rank of a system over the rationals, by fractions of integers. */
const rankOf = (rows: readonly (readonly bigint[])[]): number => {
  const left = rows.map((row) => [...row]);
  let rank = 0;
  const width = left[0]?.length ?? 0;
  for (let column = 0; column < width; column++) {
    const at = left.findIndex((row, index) => index >= rank && row[column] !== 0n);
    if (at < 0) continue;
    const pivot = left.splice(at, 1)[0] ?? [];
    left.splice(rank, 0, pivot);
    for (let index = rank + 1; index < left.length; index++) {
      const row = left[index] ?? [];
      const [a, b] = [pivot[column] ?? 0n, row[column] ?? 0n];
      if (b !== 0n) left[index] = row.map((value, place) => value * a - (pivot[place] ?? 0n) * b);
    }
    rank++;
  }
  return rank;
};

test('no small cell follows from published totals and parts', () =>
  fc.assert(
    fc.property(table, ({ cells, sums }) => {
      const withheld = withheldOf(cells, sums);
      const unknown = [...withheld];
      const matrix = sums.map(({ total, parts }) =>
        unknown.map((key) => (parts.includes(key) ? 1n : key === total ? -1n : 0n)),
      );
      const rank = rankOf(matrix);
      for (const [key, one] of cells) {
        if (isSafe(one)) continue;
        expect(withheld.has(key)).toBe(true);
        const unit = unknown.map((each) => (each === key ? 1n : 0n));
        expect(rankOf([...matrix, unit])).toBe(rank + 1);
      }
    }),
    { numRuns: 150 },
  ));

test('the same cells are withheld whatever their order', () =>
  fc.assert(
    fc.property(table, ({ cells, sums }) => {
      const backwards = new Map([...cells].reverse());
      expect([...withheldOf(backwards, sums)].sort()).toEqual([...withheldOf(cells, sums)].sort());
    }),
    { numRuns: 50 },
  ));
