import { inapplicability, isOutOfReach } from './applicability.ts';
import { isExcluded, requirements } from './catalogue/catalogue.ts';
import { claimOf } from './claim.ts';
import { askedBy } from './plan/choose.ts';
import type { RequirementResult } from './result/result.ts';
import { type CheckOptions, check, evidenceOf } from './run.ts';
import type { Level, RequirementId } from './words.ts';

/** One requirement as a test of any runner of tests. */
export type Audit = {
  readonly id: RequirementId;
  /** `WBL-001 MUST …`, so that a reporter can choose by it. */
  readonly title: string;
  readonly level: Level;
  /** Plays the run that all audits share, once, and gives what it says of this requirement. */
  readonly run: () => Promise<RequirementResult>;
};

/**
 * The requirements that a system's own tests can run one by one: those that apply to what it claims, are judged at the
 * depth of the run, and were asked about. Throws `Unreachable` or `Misuse` where no run can begin.
 */
export const audit = async (options: CheckOptions): Promise<readonly Audit[]> => {
  const claim = await claimOf(options);
  const evidence = evidenceOf(options, claim);
  const { only, classes } = options;
  const asked = only === undefined ? undefined : new Set(askedBy(only));
  let shared: Promise<ReadonlyMap<string, RequirementResult>> | undefined;
  const play = async (): Promise<ReadonlyMap<string, RequirementResult>> => {
    const { result } = await check(options);
    return new Map(result.requirements.map((one) => [one.id, one]));
  };
  return requirements
    .filter(
      (one) =>
        asked?.has(one.id) !== false &&
        classes?.includes(one.class) !== false &&
        inapplicability(one, claim) === undefined &&
        !isExcluded(one) &&
        !isOutOfReach(one, evidence),
    )
    .map(({ id, level, text }) => ({
      id,
      title: `${id} ${level} ${text.en}`,
      level,
      run: async () => {
        shared ??= play();
        const found = (await shared).get(id);
        if (found === undefined) throw new Error(`the run says nothing of ${id}`);
        return found;
      },
    }));
};
