import { scenarios } from '../scenarios/index.ts';
import { type Exchange, exchangesOf, headOf, type Transcript } from '../transcript/format.ts';
import type { Claim, Observation, Requirement } from '../words.ts';
import { fittingOf } from './plan.ts';
import { UNCLAIMED } from './unclaimed.ts';

const touchedBy = (ids: Iterable<string>): ReadonlySet<string> => {
  const named = new Set(ids);
  return new Set(scenarios.flatMap(({ id, touches }) => (named.has(id) ? touches : [])));
};

/** Scenarios that came to an end, and those that were left out whole. */
const settledIn = (transcript: Transcript): ReadonlySet<string> => {
  const settled = new Set<string>();
  for (const entry of transcript.entries)
    if (entry.kind === 'mark' && entry.edge !== 'BEGIN') settled.add(entry.scenario);
  return settled;
};

/** Why a requirement was not run, or not wholly. */
export type NotRun = {
  readonly reason: 'NOT_SELECTED' | 'INTERRUPTED';
  /** Only scenarios beyond those that would have to show it were left out: if it was shown, it counts. */
  readonly isShown?: true;
};

/** Why nothing, or not everything, that touches a requirement ran; a transcript that was not planned has no reason. */
export const notRunOf = (
  transcript: Transcript,
  claim: Claim,
): ((requirement: Requirement) => NotRun | undefined) => {
  const { plan } = headOf(transcript);
  if (plan === undefined) return () => undefined;
  const settled = settledIn(transcript);
  const mine = touchedBy(plan.scenarios);
  const unchosen = touchedBy(
    plan.isPart
      ? fittingOf(claim, plan.refused !== undefined).flatMap(({ id }) =>
          plan.scenarios.includes(id) ? [] : [id],
        )
      : [],
  );
  const unplayed = touchedBy(plan.scenarios.filter((id) => !settled.has(id)));
  return ({ id, class: conformanceClass }) => {
    if (plan.classes?.includes(conformanceClass) === false) return { reason: 'NOT_SELECTED' };
    if (plan.requirements?.includes(id) === false) return { reason: 'NOT_SELECTED' };
    if (plan.isPart && !mine.has(id)) return { reason: 'NOT_SELECTED' };
    if (unplayed.has(id)) return { reason: 'INTERRUPTED' };
    return unchosen.has(id) ? { reason: 'NOT_SELECTED', isShown: true } : undefined;
  };
};

/** Whether a system that is gone went away over a request that it has to withstand. */
const diedOfHostility = (toSystem: readonly Exchange[]): boolean => {
  const lastAnswer = toSystem.findLastIndex(({ response }) => response !== undefined);
  return [toSystem[lastAnswer], toSystem[lastAnswer + 1]].some(
    (exchange) => exchange?.intent === 'NEGATIVE',
  );
};

/** Exchanges of a scenario that never came to its end: what it waited for might still have come. */
const unfinishedIn = (transcript: Transcript): ReadonlySet<number> => {
  const last = transcript.entries.at(-1);
  if (last?.kind === 'end' && last.complete) return new Set();
  const exchanges = exchangesOf(transcript);
  // a system that went away over a hostile request is not excused
  if (
    last?.kind === 'end' &&
    last.reason === 'SYSTEM_LOST' &&
    diedOfHostility(exchanges.filter(({ to }) => to === 'sut'))
  )
    return new Set();
  const settled = settledIn(transcript);
  return new Set(
    exchanges.flatMap(({ seq, scenario }) =>
      scenario === undefined || settled.has(scenario) ? [] : [seq],
    ),
  );
};

/**
 * What an observation counts for: nothing where it is about a request that nobody has to answer, and as blocked where the
 * scenario never came to its end.
 */
export const excusedOf = (
  transcript: Transcript,
): ((observation: Observation) => readonly Observation[]) => {
  const { plan } = headOf(transcript);
  const unfinished = plan === undefined ? new Set<number>() : unfinishedIn(transcript);
  const unclaimed = new Set(
    exchangesOf(transcript).flatMap(({ seq, probe }) => (probe === UNCLAIMED ? [seq] : [])),
  );
  return (observation) => {
    const { requirement, case: id, at } = observation;
    if (at.some((seq) => unclaimed.has(seq))) return [];
    return observation.says === 'VIOLATED' && at.some((seq) => unfinished.has(seq))
      ? [{ requirement, case: id, at, says: 'BLOCKED', reason: 'INTERRUPTED' }]
      : [observation];
  };
};
