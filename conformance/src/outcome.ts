import type { Blocked, CaseState, Level, Outcome, Verdict } from './words.ts';

/** Whether any observation of a case said so. */
export type Said = {
  readonly violated: boolean;
  readonly held: boolean;
  readonly blocked: boolean;
};

/** From observations to one case. */
export const caseOf = ({
  violated,
  held,
  blocked,
}: Said): { readonly state: CaseState; readonly unsteady?: true } => {
  if (violated) return held ? { state: 'violated', unsteady: true } : { state: 'violated' };
  if (held) return { state: 'held' };
  return { state: blocked ? 'blocked' : 'silent' };
};

/** Everything that decides the outcome of a requirement. */
export type Evidence = {
  /** Why it does not apply, or nothing. */
  readonly inapplicable?: string;
  /** Whether any case of the set was violated, obligatory or not. */
  readonly anyViolated: boolean;
  readonly isAboveDepth: boolean;
  readonly isExcluded: boolean;
  readonly isNotInSet: boolean;
  /** Why nothing that touches it ran, or nothing. */
  readonly notRun?: 'NOT_SELECTED' | 'INTERRUPTED';
  /** The states of the obligatory cases. */
  readonly obligatory: readonly CaseState[];
};

/** From cases to a requirement: the first row that fits decides. */
export const outcomeOf = (
  evidence: Evidence,
): { readonly outcome: Outcome; readonly reason?: string } => {
  if (evidence.inapplicable !== undefined)
    return { outcome: 'inapplicable', reason: evidence.inapplicable };
  if (evidence.anyViolated) return { outcome: 'failed' };
  if (evidence.isAboveDepth) return { outcome: 'untested', reason: 'ABOVE_DEPTH' };
  if (evidence.isExcluded) return { outcome: 'untested', reason: 'EXCLUDED' };
  if (evidence.isNotInSet) return { outcome: 'untested', reason: 'NOT_IN_SET' };
  if (evidence.notRun !== undefined) return { outcome: 'untested', reason: evidence.notRun };
  if (evidence.obligatory.length === 0) return { outcome: 'inconclusive', reason: 'NO_CASES' };
  if (evidence.obligatory.every((state) => state === 'held')) return { outcome: 'passed' };
  return { outcome: 'inconclusive' };
};

/** From the least to the greatest. */
export const OUTCOMES = [
  'inapplicable',
  'passed',
  'untested',
  'inconclusive',
  'failed',
] as const satisfies readonly Outcome[];

/** The greater of two outcomes; `inapplicable` is neutral. */
export const join = (a: Outcome, b: Outcome): Outcome =>
  OUTCOMES.indexOf(a) >= OUTCOMES.indexOf(b) ? a : b;

/** From the requirements of a class to its verdict; an empty class is never green. */
export const verdictOf = (isClaimed: boolean, outcomes: readonly Outcome[]): Verdict => {
  if (!isClaimed) return 'not-claimed';
  switch (outcomes.reduce(join, 'inapplicable')) {
    case 'failed':
      return 'nonconformant';
    case 'passed':
      return 'conformant';
    default:
      return 'undetermined';
  }
};

/** Why a claimed class has nothing that its verdict could follow from. */
export type Emptiness = 'NO_REQUIREMENT' | 'ABOVE_DEPTH' | 'EXCLUDED';

/** Whether the binding requirements of a class leave anything to judge, and why not. */
export const emptinessOf = (
  binding: readonly { readonly outcome: Outcome; readonly reason?: string }[],
): Emptiness | undefined => {
  const applicable = binding.filter(({ outcome }) => outcome !== 'inapplicable');
  if (applicable.length === 0) return 'NO_REQUIREMENT';
  const reasons = new Set(applicable.map(({ reason }) => reason));
  const isAside = [...reasons].every((one) => one === 'ABOVE_DEPTH' || one === 'EXCLUDED');
  if (!isAside) return undefined;
  return reasons.has('ABOVE_DEPTH') ? 'ABOVE_DEPTH' : 'EXCLUDED';
};

/** Whether a requirement of this level binds the verdict. */
export const isBinding = (level: Level): boolean => level === 'MUST' || level === 'MUST NOT';

/** Reasons of `untested` that say what the run was for, and not that it fell short. */
export const CHOSEN: ReadonlySet<string> = new Set([
  'NOT_SELECTED',
  'ABOVE_DEPTH',
  'NOT_IN_SET',
  'EXCLUDED',
]);

/** What the exit code follows from. */
export type Ending = {
  readonly harness: boolean;
  readonly misuse: boolean;
  readonly environment: boolean;
  readonly staleBaseline: boolean;
  readonly isStrict: boolean;
  readonly requirements: readonly {
    readonly level: Level;
    readonly outcome: Outcome;
    readonly reason?: string | undefined;
    readonly expected?: boolean | undefined;
  }[];
};

/** The one table of exit codes, for every verb; the first row that applies decides. */
export const EXIT_CODES = [
  { code: 3, when: 'our own failure' },
  { code: 2, when: 'wrong use or configuration' },
  { code: 5, when: 'the environment; nothing was judged' },
  { code: 1, when: 'something does not conform' },
  { code: 4, when: 'incomplete: something could not be told' },
  { code: 0, when: 'everything asked for conforms' },
] as const;

export type ExitCode = (typeof EXIT_CODES)[number]['code'];

/** The exit code of a run. */
export const exitOf = (ending: Ending): ExitCode => {
  if (ending.harness) return 3;
  if (ending.misuse) return 2;
  if (ending.environment) return 5;
  const counted = ending.requirements.filter(({ expected }) => expected !== true);
  const fails = counted.some(
    ({ level, outcome }) =>
      outcome === 'failed' && (isBinding(level) || level === 'MAY' || ending.isStrict),
  );
  if (fails || ending.staleBaseline) return 1;
  const isIncomplete = counted.some(
    ({ level, outcome, reason }) =>
      isBinding(level) &&
      (outcome === 'inconclusive' || (outcome === 'untested' && !CHOSEN.has(reason ?? ''))),
  );
  return isIncomplete ? 4 : 0;
};

/** The reason of a case that nothing spoke about. */
export const SILENT: Blocked = 'NO_TRAFFIC';
