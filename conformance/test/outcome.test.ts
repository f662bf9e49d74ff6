import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  caseOf,
  type Evidence,
  EXIT_CODES,
  emptinessOf,
  exitOf,
  join,
  OUTCOMES,
  outcomeOf,
  verdictOf,
} from '../src/outcome.ts';
import type { CaseState, Outcome } from '../src/words.ts';

const BOOLEANS = [false, true] as const;

describe('a case', () => {
  const said = BOOLEANS.flatMap((violated) =>
    BOOLEANS.flatMap((held) => BOOLEANS.map((blocked) => ({ violated, held, blocked }))),
  );

  test.each(said)('$violated $held $blocked', (given) => {
    const want = given.violated
      ? given.held
        ? { state: 'violated', unsteady: true }
        : { state: 'violated' }
      : { state: given.held ? 'held' : given.blocked ? 'blocked' : 'silent' };
    expect(caseOf(given)).toEqual(want);
  });
});

const NOTHING: Evidence = {
  anyViolated: false,
  isAboveDepth: false,
  isExcluded: false,
  isNotInSet: false,
  obligatory: ['held'],
};

describe('a requirement', () => {
  test.each<[string, Evidence, { outcome: Outcome; reason?: string }]>([
    [
      'that does not apply is nothing else',
      { ...NOTHING, inapplicable: 'role', anyViolated: true },
      { outcome: 'inapplicable', reason: 'role' },
    ],
    [
      'that was seen violated failed, even above the depth',
      { ...NOTHING, anyViolated: true, isAboveDepth: true },
      { outcome: 'failed' },
    ],
    [
      'above the depth was not tested',
      { ...NOTHING, isAboveDepth: true, isExcluded: true },
      { outcome: 'untested', reason: 'ABOVE_DEPTH' },
    ],
    [
      'that is excluded was not tested',
      { ...NOTHING, isExcluded: true, isNotInSet: true },
      { outcome: 'untested', reason: 'EXCLUDED' },
    ],
    [
      'outside of the set was not tested',
      { ...NOTHING, isNotInSet: true, notRun: 'NOT_SELECTED' },
      { outcome: 'untested', reason: 'NOT_IN_SET' },
    ],
    [
      'that nothing ran for was not tested',
      { ...NOTHING, notRun: 'INTERRUPTED', obligatory: [] },
      { outcome: 'untested', reason: 'INTERRUPTED' },
    ],
    [
      'without cases cannot be told',
      { ...NOTHING, obligatory: [] },
      { outcome: 'inconclusive', reason: 'NO_CASES' },
    ],
    ['all of whose cases held passed', NOTHING, { outcome: 'passed' }],
    [
      'with a silent case cannot be told',
      { ...NOTHING, obligatory: ['held', 'silent'] },
      { outcome: 'inconclusive' },
    ],
  ])('%s', (_title, given, want) => expect(outcomeOf(given)).toEqual(want));

  test('passes where every obligatory case held and nothing stands before', () => {
    const states = fc.constantFrom<CaseState>('held', 'violated', 'blocked', 'silent');
    fc.assert(
      fc.property(
        fc.record({
          anyViolated: fc.boolean(),
          isAboveDepth: fc.boolean(),
          isExcluded: fc.boolean(),
          isNotInSet: fc.boolean(),
          obligatory: fc.array(states, { maxLength: 4 }),
        }),
        (given) => {
          const isClear = !(
            given.anyViolated ||
            given.isAboveDepth ||
            given.isExcluded ||
            given.isNotInSet
          );
          const allHeld =
            given.obligatory.length > 0 && given.obligatory.every((state) => state === 'held');
          return (outcomeOf(given).outcome === 'passed') === (isClear && allHeld);
        },
      ),
    );
  });
});

describe('the join', () => {
  const TABLE: readonly (readonly Outcome[])[] = [
    ['inapplicable', 'passed', 'untested', 'inconclusive', 'failed'],
    ['passed', 'passed', 'untested', 'inconclusive', 'failed'],
    ['untested', 'untested', 'untested', 'inconclusive', 'failed'],
    ['inconclusive', 'inconclusive', 'inconclusive', 'inconclusive', 'failed'],
    ['failed', 'failed', 'failed', 'failed', 'failed'],
  ];

  test('is its table', () => {
    expect(OUTCOMES.map((a) => OUTCOMES.map((b) => join(a, b)))).toEqual(TABLE);
  });

  test('is commutative, associative and idempotent, with a neutral element', () => {
    const outcome = fc.constantFrom(...OUTCOMES);
    fc.assert(
      fc.property(
        outcome,
        outcome,
        outcome,
        (a, b, c) =>
          join(a, b) === join(b, a) &&
          join(join(a, b), c) === join(a, join(b, c)) &&
          join(a, a) === a &&
          join('inapplicable', a) === a,
      ),
    );
  });
});

describe('the verdict of a class', () => {
  test.each<[boolean, readonly Outcome[], string]>([
    [false, ['failed'], 'not-claimed'],
    [true, [], 'undetermined'],
    [true, ['inapplicable'], 'undetermined'],
    [true, ['passed', 'inapplicable'], 'conformant'],
    [true, ['passed', 'untested'], 'undetermined'],
    [true, ['passed', 'inconclusive'], 'undetermined'],
    [true, ['passed', 'inconclusive', 'failed'], 'nonconformant'],
  ])('claimed %s, %j', (isClaimed, outcomes, want) =>
    expect(verdictOf(isClaimed, outcomes)).toBe(want),
  );
});

describe('a class that leaves nothing to judge', () => {
  const inapplicable = { outcome: 'inapplicable', reason: 'binds platform' } as const;
  const above = { outcome: 'untested', reason: 'ABOVE_DEPTH' } as const;
  const excluded = { outcome: 'untested', reason: 'EXCLUDED' } as const;
  test.each([
    ['no requirement at all', { given: [], want: 'NO_REQUIREMENT' }],
    ['none that applies', { given: [inapplicable], want: 'NO_REQUIREMENT' }],
    ['all above the depth', { given: [above, inapplicable], want: 'ABOVE_DEPTH' }],
    ['some above the depth, others excluded', { given: [excluded, above], want: 'ABOVE_DEPTH' }],
    ['all excluded', { given: [excluded], want: 'EXCLUDED' }],
    ['one that passed', { given: [above, { outcome: 'passed' }], want: undefined }],
    ['one that failed above the depth', { given: [above, { outcome: 'failed' }], want: undefined }],
    [
      'one that was not selected',
      { given: [above, { outcome: 'untested', reason: 'NOT_SELECTED' }], want: undefined },
    ],
    ['one that could not be told', { given: [{ outcome: 'inconclusive' }], want: undefined }],
  ] as const)('%s', (_title, { given, want }) => expect(emptinessOf(given)).toBe(want));
});

describe('the exit code', () => {
  const ending = {
    harness: false,
    misuse: false,
    environment: false,
    staleBaseline: false,
    isStrict: false,
    requirements: [{ level: 'MUST', outcome: 'passed' }],
  } as const;
  const failed = [{ level: 'MUST', outcome: 'failed' }] as const;

  test.each([
    ['our own failure comes first', { ...ending, harness: true, misuse: true }, 3],
    ['wrong use comes before the environment', { ...ending, misuse: true, environment: true }, 2],
    [
      'the environment comes before findings',
      { ...ending, environment: true, requirements: failed },
      5,
    ],
    ['a failed MUST is a finding', { ...ending, requirements: failed }, 1],
    ['a stale baseline is a finding', { ...ending, staleBaseline: true }, 1],
    [
      'an expected failure is none',
      { ...ending, requirements: [{ level: 'MUST', outcome: 'failed', expected: true }] },
      0,
    ],
    [
      'a failed SHOULD is a warning',
      { ...ending, requirements: [{ level: 'SHOULD', outcome: 'failed' }] },
      0,
    ],
    [
      'a failed SHOULD is a finding for the strict',
      { ...ending, isStrict: true, requirements: [{ level: 'SHOULD', outcome: 'failed' }] },
      1,
    ],
    [
      'a MUST that could not be told is incomplete',
      { ...ending, requirements: [{ level: 'MUST NOT', outcome: 'inconclusive' }] },
      4,
    ],
    [
      'what was left out on purpose is complete',
      {
        ...ending,
        requirements: [{ level: 'MUST', outcome: 'untested', reason: 'ABOVE_DEPTH' }],
      },
      0,
    ],
    [
      'what was interrupted is incomplete',
      {
        ...ending,
        requirements: [{ level: 'MUST', outcome: 'untested', reason: 'INTERRUPTED' }],
      },
      4,
    ],
    ['all passed is 0', ending, 0],
  ] as const)('%s', (_title, given, want) => expect(exitOf(given)).toBe(want));

  test('is one of the table', () =>
    expect(EXIT_CODES.map(({ code }) => code)).toEqual([3, 2, 5, 1, 4, 0]));
});
