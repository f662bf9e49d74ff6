import type { Fault, RequirementId } from '../words.ts';
import type { Invalidity, Judgement } from './report.ts';

/** What was seen of a run with a fault. */
export type Sighting = {
  readonly fired: number;
  readonly equivalent: number;
  readonly broke: boolean;
  /** Requirements of any level that failed. */
  readonly failed: readonly RequirementId[];
  /** Requirements that could not be told, though they can without the fault. */
  readonly inconclusive: readonly RequirementId[];
};

/** What a fault says of itself. */
export type Said = Pick<Fault, 'masks'> & {
  readonly violates: readonly RequirementId[];
  /** What failed beside it, and truthfully: where it was seen to fail, the fault had changed something. */
  readonly dependants?: readonly RequirementId[];
};

export type Judged = {
  readonly judgement: Exclude<Judgement, 'CRASHED'>;
  readonly because?: Invalidity;
};

const invalid = (because: Invalidity): Judged => ({ judgement: 'INVALID', because });

/** What a fault violates and failed not, what failed that it says nothing of, and what it hides. */
export const differencesOf = (
  { violates, dependants = [], masks = [] }: Said,
  { failed, inconclusive }: Pick<Sighting, 'failed' | 'inconclusive'>,
): {
  readonly missed: readonly RequirementId[];
  readonly accused: readonly RequirementId[];
  readonly blinded: readonly RequirementId[];
} => ({
  missed: violates.filter((id) => !failed.includes(id)),
  accused: failed.filter((id) => !violates.includes(id) && !dependants.includes(id)),
  blinded:
    masks === 'all'
      ? []
      : inconclusive.filter((id) => !masks.includes(id) && !violates.includes(id)),
});

/** The judgement of a fault: the first row that fits decides. */
export const judgementOf = (fault: Said, sighting: Sighting): Judged => {
  if (sighting.broke) return invalid('BROKE_REFERENCE');
  if (sighting.fired === 0) return invalid(sighting.equivalent > 0 ? 'EQUIVALENT' : 'NEVER_FIRED');
  const { missed, accused, blinded } = differencesOf(fault, sighting);
  if (missed.length === fault.violates.length) return { judgement: 'SURVIVED' };
  if (missed.length > 0) return { judgement: 'PARTLY_SURVIVED' };
  if (accused.length > 0) return { judgement: 'ACCUSED' };
  if (blinded.length > 0) return { judgement: 'BLINDS' };
  return { judgement: 'KILLED' };
};
