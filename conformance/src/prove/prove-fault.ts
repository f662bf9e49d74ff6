import { Misuse, Unreachable } from '../claim.ts';
import { isWhole } from '../plan/whole.ts';
import type { Result } from '../result/result.ts';
import { check } from '../run.ts';
import { type Exchange, exchangesOf, type Transcript } from '../transcript/format.ts';
import type { Fault, Outcome, RequirementId } from '../words.ts';
import type { Clean } from './clean.ts';
import { judgementOf } from './judgement.ts';
import { type Reference, type ReferenceMaker, referenceOf } from './reference.ts';
import type { Evidence, FaultRow } from './report.ts';
import { scenariosOf } from './selection.ts';
import { wordsOf } from './words-of.ts';

/** Values a constraint: fewer than in a check, because a fault needs one. */
const NEGATIVES = 2;
/** Findings a requirement that a row keeps. */
const SHOWN = 1;

const idsOf = (result: Result, outcome: Outcome): readonly RequirementId[] =>
  result.requirements.flatMap((one) => (one.outcome === outcome ? [one.id] : [])).sort();

const messageOf = (exchange: Exchange | undefined): Pick<Evidence, 'request' | 'status'> =>
  exchange === undefined
    ? {}
    : {
        request: `${exchange.request.method} ${new URL(exchange.request.url).pathname}`,
        ...(exchange.response === undefined ? {} : { status: exchange.response.status }),
      };

/** Requirements that failed nowhere but where the fault had changed something, and those that it takes the ground from. */
const dependantsOf = (
  { violates, changes, dependants = [] }: Fault,
  result: Result,
  transcript: Transcript,
): readonly RequirementId[] => {
  if (changes === undefined) return [];
  const bySeq = new Map(exchangesOf(transcript).map((exchange) => [exchange.seq, exchange]));
  const isChanged = (seq: number): boolean => {
    const exchange = bySeq.get(seq);
    return exchange !== undefined && changes(exchange);
  };
  return result.requirements.flatMap(({ id, outcome, cases }) =>
    outcome === 'failed' &&
    !violates.includes(id) &&
    (dependants.includes(id) ||
      cases.every(({ observations }) =>
        observations.every(({ says, at }) => says !== 'VIOLATED' || at.some(isChanged)),
      ))
      ? [id]
      : [],
  );
};

/** Where each requirement that failed was first seen to fail. */
const evidenceOf = (result: Result, transcript: Transcript): readonly Evidence[] => {
  const bySeq = new Map(exchangesOf(transcript).map((exchange) => [exchange.seq, exchange]));
  const counts = new Map<RequirementId, number>();
  return result.findings.flatMap(
    ({ requirement, case: id, scenario, operation, pointer, expected, actual, zh, at }) => {
      const count = (counts.get(requirement) ?? 0) + 1;
      counts.set(requirement, count);
      if (count > SHOWN) return [];
      return [
        {
          requirement,
          case: id,
          ...(scenario === undefined ? {} : { scenario }),
          ...(operation === undefined ? {} : { operation }),
          ...(pointer === undefined ? {} : { pointer }),
          expected,
          actual,
          ...(zh === undefined ? {} : { zh }),
          ...messageOf(bySeq.get(at[0] ?? -1)),
        },
      ];
    },
  );
};

/** Runs the reference with one fault and judges what the suite makes of it. */
export const proveFault = async <Options>(
  fault: Fault,
  {
    clean,
    maker,
    elapsed,
    look,
    seed,
  }: {
    /** The run without the fault. */
    readonly clean: Clean;
    readonly maker: ReferenceMaker<Options>;
    /** Milliseconds on a clock that never jumps. */
    readonly elapsed: () => number;
    /** Sees every result before it is judged. */
    readonly look?: (result: Result) => void;
    readonly seed?: number;
  },
): Promise<Omit<FaultRow, 'digest'>> => {
  const began = elapsed();
  const reach = fault.reach?.(clean.transcript, clean.claim);
  const only = reach?.scenarios ?? scenariosOf(fault);
  const row = (
    more: Pick<FaultRow, 'judgement'> & Partial<FaultRow>,
  ): Omit<FaultRow, 'digest'> => ({
    id: fault.id,
    kind: fault.kind,
    role: fault.role,
    ...(fault.claims === undefined ? {} : { claims: fault.claims }),
    title: fault.title,
    violates: fault.violates,
    dependants: [],
    masks: fault.masks ?? [],
    fired: 0,
    failed: [],
    inconclusive: [],
    evidence: [],
    scenarios: only,
    milliseconds: Math.round(elapsed() - began),
    ...more,
  });
  // what changes nothing in the clean run changes nothing in another
  if (reach?.meeting === 'ABSENT' || reach?.meeting === 'EQUIVALENT')
    return row({
      judgement: 'INVALID',
      because: reach.meeting === 'ABSENT' ? 'NEVER_FIRED' : 'EQUIVALENT',
    });
  let system: Reference;
  try {
    system = await referenceOf(maker, {
      role: fault.role,
      claims: fault.claims,
      bend: fault.bend,
      isLogging: fault.violates.includes('LOG-001'),
    });
  } catch (error) {
    // whatever a fault does to a start, it is no longer a system with that fault
    return row({ judgement: 'INVALID', because: 'BROKE_REFERENCE', crash: wordsOf(error) });
  }
  try {
    const { result, transcript } = await check({
      ...system,
      role: fault.role,
      only,
      negatives: NEGATIVES,
      ...(seed === undefined ? {} : { seed }),
      // whatever becomes of the document that it serves, the run can begin
      claim: { version: 1, role: fault.role, document: clean.claim.document },
    });
    look?.(result);
    const failed = idsOf(result, 'failed');
    const inconclusive = idsOf(result, 'inconclusive').filter(
      (id) => clean.passed.includes(id) && isWhole(fault.role, id, result.run.selection ?? []),
    );
    const fired = system.fired();
    const dependants = dependantsOf(fault, result, transcript);
    const { violates, masks = [] } = fault;
    return row({
      dependants,
      ...judgementOf(
        { violates, masks, dependants },
        {
          fired,
          equivalent: system.equivalent(),
          broke: result.run.failure !== undefined && failed.length === 0,
          failed,
          inconclusive,
        },
      ),
      fired,
      failed,
      inconclusive,
      evidence: evidenceOf(result, transcript),
    });
  } catch (error) {
    if (error instanceof Unreachable || error instanceof Misuse)
      return row({ judgement: 'INVALID', because: 'BROKE_REFERENCE', crash: wordsOf(error) });
    return row({ judgement: 'CRASHED', crash: wordsOf(error) });
  }
};
