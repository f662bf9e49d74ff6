import { codesOf, CreditDimension as Dimensions } from '@openwaybill/schemas';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CreditDimension,
  type Measures,
  SCORE_METHOD,
  scoreAt,
  scoreOf,
} from '../../src/credit/index.ts';

const DIMENSIONS = Object.keys(codesOf(Dimensions)) as CreditDimension[];

test.each<[string, { given: Measures; total: number | undefined; grade?: string }]>([
  ['nothing measured is no score', { given: {}, total: undefined }],
  [
    'the best of everything is 1000',
    {
      given: {
        TIMELINESS: 1000,
        INTEGRITY: 0,
        COMPLAINT: 0,
        PRIVACY: 0,
        SAFETY: 0,
        SETTLEMENT: 1000,
      },
      total: 1000,
      grade: 'A',
    },
  ],
  [
    'the worst of everything is 0',
    {
      given: {
        TIMELINESS: 0,
        INTEGRITY: 9999,
        COMPLAINT: 9999,
        PRIVACY: 9999,
        SAFETY: 9999,
        SETTLEMENT: 0,
      },
      total: 0,
      grade: 'D',
    },
  ],
  ['one dimension alone is its own mean', { given: { TIMELINESS: 980 }, total: 900, grade: 'A' }],
  [
    'two dimensions are weighed and rounded down',
    { given: { TIMELINESS: 961, SAFETY: 1 }, total: 820, grade: 'B' },
  ],
])('%s', (_title, { given, total, grade }) => {
  const score = scoreOf(SCORE_METHOD, given);
  expect([score.total, score.grade]).toEqual([total, grade]);
});

test.each([
  ['below the first mark', { measured: 0, want: 0 }],
  ['on a mark', { measured: 900, want: 600 }],
  ['between two marks', { measured: 940, want: 750 }],
  ['a third of the way, rounded down', { measured: 961, want: 828 }],
  ['above the last mark', { measured: 1001, want: 1000 }],
])('a score %s', (_title, { measured, want }) => {
  expect(scoreAt(SCORE_METHOD.dimensions.TIMELINESS.marks, measured)).toBe(want);
});

describe('the table of the method', () => {
  test('has every dimension, and weights that sum to a thousand', () => {
    expect(Object.keys(SCORE_METHOD.dimensions).sort()).toEqual(DIMENSIONS.toSorted());
    const weights = Object.values(SCORE_METHOD.dimensions).map(({ weight }) => weight);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBe(1000);
  });

  test.each(DIMENSIONS)('%s has rising measures and scores that go one way', (dimension) => {
    const { marks } = SCORE_METHOD.dimensions[dimension];
    const measured = marks.map(([value]) => value);
    const scores = marks.map(([, score]) => score);
    expect(measured).toEqual([...new Set(measured)].sort((a, b) => a - b));
    const rising = scores.toSorted((a, b) => a - b);
    expect([rising, rising.toReversed()]).toContainEqual(scores);
  });

  test('ends its grades at nought', () => {
    expect(SCORE_METHOD.grades.at(-1)?.[1]).toBe(0);
  });
});

const measures = fc.record(
  Object.fromEntries(DIMENSIONS.map((one) => [one, fc.integer({ min: 0, max: 2000 })])),
  { requiredKeys: [] },
) as fc.Arbitrary<Measures>;

test('a score lies between its worst and its best dimension', () =>
  fc.assert(
    fc.property(measures, (given) => {
      const { total, dimensions } = scoreOf(SCORE_METHOD, given);
      const scores = Object.values(dimensions);
      expect(total === undefined).toBe(scores.length === 0);
      if (total === undefined) return;
      expect(Number.isInteger(total)).toBe(true);
      expect(total).toBeGreaterThanOrEqual(Math.min(...scores));
      expect(total).toBeLessThanOrEqual(Math.max(...scores));
    }),
  ));

test('a better measure never lowers a score', () =>
  fc.assert(
    fc.property(
      fc.constantFrom(...DIMENSIONS),
      fc.integer({ min: 0, max: 2000 }),
      fc.integer({ min: 0, max: 2000 }),
      (dimension, a, b) => {
        const { marks } = SCORE_METHOD.dimensions[dimension];
        const more = (marks.at(-1)?.[1] ?? 0) > (marks[0]?.[1] ?? 0);
        const [worse, better] = a < b === more ? [a, b] : [b, a];
        expect(scoreAt(marks, better)).toBeGreaterThanOrEqual(scoreAt(marks, worse));
      },
    ),
  ));
