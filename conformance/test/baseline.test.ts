import { describe, expect, test } from 'vitest';
import {
  applyBaseline,
  type Baseline,
  type BaselineEntry,
  baselineOf,
  baselineText,
  readBaseline,
} from '../src/baseline/index.ts';
import type { CaseResult, RequirementResult, Result } from '../src/result/result.ts';
import { check } from '../src/run.ts';
import type { Outcome } from '../src/words.ts';
import { reference } from './reference.ts';

const TODAY = '2026-11-22';

const entry = (more: Partial<BaselineEntry> = {}): BaselineEntry => ({
  requirement: 'WBL-009',
  case: 'parallel',
  outcome: 'failed',
  reason: 'the pool is rebuilt in March',
  until: '2027-03-31',
  ...more,
});

const file = (...entries: BaselineEntry[]): Baseline => ({
  version: 1,
  role: 'courier',
  set: 'next',
  entries,
});

/** An entry that speaks of every case of its requirement. */
const { case: _, ...wholeEntry } = entry();

describe('a baseline is read', () => {
  const one = (more: object): object => ({ ...file(), entries: [{ ...entry(), ...more }] });
  test.each<[string, { given: unknown; want: readonly string[] }]>([
    ['with nothing wrong', { given: file(entry()), want: [] }],
    ['with an entry for every case', { given: file(wholeEntry), want: [] }],
    ['unless it is no object', { given: 'x', want: [''] }],
    ['unless its version is another', { given: { ...file(), version: 2 }, want: ['/version'] }],
    ['unless an entry has no reason', { given: one({ reason: ' ' }), want: ['/entries/0/reason'] }],
    ['unless an entry has no day', { given: one({ until: 'soon' }), want: ['/entries/0/until'] }],
    [
      'unless a day is too far ahead',
      { given: one({ until: '2028-01-01' }), want: ['/entries/0/until'] },
    ],
    [
      'unless a passing is expected',
      { given: one({ outcome: 'passed' }), want: ['/entries/0/outcome'] },
    ],
    ['unless a member is mistyped', { given: one({ ouput: 1 }), want: ['/entries/0/ouput'] }],
    [
      'unless a member is one that every object has',
      { given: one({ constructor: 'x' }), want: ['/entries/0/constructor'] },
    ],
  ])('%s', (_title, { given, want }) => {
    const read = readBaseline(given, TODAY);
    expect(read.ok ? [] : read.issues.map(({ pointer }) => pointer)).toEqual(want);
  });
});

const caseIn = (state: CaseResult['state'], id = 'parallel'): CaseResult => ({
  id,
  state,
  isObligatory: true,
  observations: [],
});

/** A result in which one requirement stands so, and the others passed. */
const resultOf = async (
  outcome: Outcome,
  cases: readonly CaseResult[],
  more: Partial<Result> = {},
): Promise<Result> => {
  const { result } = await whole;
  const requirements = result.requirements.map(
    (one): RequirementResult =>
      one.id === 'WBL-009'
        ? { ...one, outcome, cases }
        : { ...one, outcome: one.outcome === 'inapplicable' ? one.outcome : 'passed' },
  );
  return { ...result, requirements, exit: outcome === 'failed' ? 1 : 4, ...more };
};

const whole = reference('courier').then((system) =>
  check({ ...system, role: 'courier', only: ['number-pool'] }),
);

const applied = async (given: Result, ...entries: readonly BaselineEntry[]) =>
  applyBaseline(given, file(...entries), { today: TODAY, digest: 'sha256:0', isStrict: false });

describe('a baseline turns the exit code', () => {
  test.each<
    [
      string,
      {
        given: readonly [Outcome, readonly CaseResult[], readonly BaselineEntry[]];
        want: { exit: number; expected?: true; stale?: RegExp };
      },
    ]
  >([
    [
      'to 0 where the failure is expected',
      { given: ['failed', [caseIn('violated')], [entry()]], want: { exit: 0, expected: true } },
    ],
    [
      'where an entry names no case',
      {
        given: ['failed', [caseIn('violated')], [wholeEntry]],
        want: { exit: 0, expected: true },
      },
    ],
    [
      'never where another case fails too',
      {
        given: ['failed', [caseIn('violated'), caseIn('violated', 'other')], [entry()]],
        want: { exit: 1 },
      },
    ],
    [
      'never where it fails instead of being open',
      {
        given: ['failed', [caseIn('violated')], [entry({ outcome: 'inconclusive' })]],
        want: { exit: 1 },
      },
    ],
    [
      'where it is expected to be open',
      {
        given: ['inconclusive', [caseIn('silent')], [entry({ outcome: 'inconclusive' })]],
        want: { exit: 0, expected: true },
      },
    ],
    [
      'to 1 where the case passes now',
      {
        given: ['passed', [caseIn('held')], [entry()]],
        want: { exit: 1, stale: /^entry 1: remove it: WBL-009 parallel passes now$/ },
      },
    ],
    [
      'to 1 where the requirement does not apply',
      {
        given: ['inapplicable', [], [entry()]],
        want: { exit: 1, stale: /does not apply/ },
      },
    ],
    [
      'to 1 after the day',
      {
        given: ['failed', [caseIn('violated')], [entry({ until: '2026-11-21' })]],
        want: { exit: 1, stale: /was expected until 2026-11-21/ },
      },
    ],
    [
      'to 1 for an unknown id, and names the nearest',
      {
        given: ['passed', [caseIn('held')], [entry({ requirement: 'WBL-O09' })]],
        want: {
          exit: 1,
          stale: /no requirement WBL-O09; the nearest: WBL-009, WBL-0\d\d, WBL-0\d\d/,
        },
      },
    ],
    [
      'to 1 for an unknown case, and names the nearest',
      {
        given: ['failed', [caseIn('violated')], [entry({ case: 'paralel' })]],
        want: { exit: 1, stale: /no case of WBL-009 paralel; the nearest: parallel/ },
      },
    ],
    [
      'to nothing where it was not looked at',
      { given: ['untested', [], [entry()]], want: { exit: 4 } },
    ],
  ])('%s', async (_title, { given: [outcome, cases, entries], want }) => {
    const given = await resultOf(outcome, cases);
    const { result, stale } = await applied(given, ...entries);
    const judged = result.requirements.find(({ id }) => id === 'WBL-009');
    expect(judged?.expected).toBe(want.expected);
    expect(stale.length).toBe(want.stale === undefined ? 0 : 1);
    if (want.stale !== undefined) expect(result.baseline?.stale[0]?.en).toMatch(want.stale);
    expect(result.exit).toBe(outcome === 'untested' ? result.exit : want.exit);
    expect(judged?.outcome).toBe(outcome);
    expect(result.verdicts).toEqual(given.verdicts);
  });

  test.each([2, 3, 5] as const)('never a %i', async (exit) => {
    const given = await resultOf('failed', [caseIn('violated')], { exit });
    expect((await applied(given, entry())).result.exit).toBe(exit);
  });
});

test.each<[string, { given: readonly string[] | undefined; want: number }]>([
  ['of a whole run', { given: undefined, want: 1 }],
  ['of a shard that has all its scenarios', { given: ['number-pool', 'label'], want: 1 }],
  ['never of a shard that lacks one', { given: ['label'], want: 0 }],
])('that an entry is stale is told %s', async (_title, { given: selection, want }) => {
  const passed = await resultOf('passed', [caseIn('held')]);
  const { selection: _, ...run } = passed.run;
  const given = { ...passed, run: selection === undefined ? run : { ...run, selection } };
  expect((await applied(given, entry())).stale.length).toBe(want);
});

const WHY = { reason: 'r', until: '2027-01-01' };

test('what is written from a result is all that it needs', async () => {
  const given = await resultOf('failed', [caseIn('violated'), caseIn('held', 'other')]);
  const written = JSON.parse(baselineText(baselineOf(given, WHY)));
  const read = readBaseline(written, TODAY);
  expect(read).toMatchObject({ ok: true });
  expect(written.entries).toEqual([
    { requirement: 'WBL-009', case: 'parallel', outcome: 'failed', ...WHY },
  ]);
  if (read.ok)
    expect(
      applyBaseline(given, read.baseline, { today: TODAY, digest: '', isStrict: false }).result
        .exit,
    ).toBe(0);
});

describe('a baseline that is written anew', () => {
  const fresh = { requirement: 'WBL-009', case: 'parallel', outcome: 'failed', ...WHY };
  test.each<
    [
      string,
      {
        given: readonly [Outcome, readonly CaseResult[], readonly BaselineEntry[]];
        want: readonly object[];
      },
    ]
  >([
    ['keeps what was not looked at', { given: ['untested', [], [entry()]], want: [entry()] }],
    [
      'says anew what still fails',
      { given: ['failed', [caseIn('violated')], [entry()]], want: [fresh] },
    ],
    ['drops what passes now', { given: ['passed', [caseIn('held')], [entry()]], want: [] }],
    ['drops what does not apply', { given: ['inapplicable', [], [entry()]], want: [] }],
    [
      'drops what there is not',
      { given: ['untested', [], [entry({ requirement: 'WBL-O09' })]], want: [] },
    ],
  ])('%s', async (_title, { given: [outcome, cases, known], want }) => {
    const given = await resultOf(outcome, cases);
    expect(baselineOf(given, WHY, { known: file(...known) }).entries).toEqual(want);
  });

  test('has what ought to be only where that counts, and keeps it elsewhere', async () => {
    const result = await resultOf('failed', [caseIn('violated')]);
    const given = {
      ...result,
      requirements: result.requirements.map((one) =>
        one.id === 'WBL-009' ? { ...one, level: 'SHOULD' as const } : one,
      ),
    };
    expect(baselineOf(given, WHY).entries).toEqual([]);
    expect(baselineOf(given, WHY, { isStrict: true }).entries).toEqual([fresh]);
    expect(baselineOf(given, WHY, { known: file(entry()) }).entries).toEqual([entry()]);
  });
});
