import { hasFacility } from './applicability.ts';
import { fittingOf } from './plan/plan.ts';
import type { Claim, RequirementId } from './words.ts';

/**
 * Whether every scenario that shows anything of a requirement needs more than a system without test control gives. It
 * follows from the claim alone: nothing that a system answers, or fails to answer, makes a requirement one of these.
 */
export const isBeyondControl = (id: RequirementId, claim: Claim): boolean => {
  const touching = fittingOf(claim, false).filter(({ touches }) => touches.includes(id));
  return (
    touching.length > 0 &&
    touching.every(({ needs = [] }) => needs.some((need) => !hasFacility(claim, need)))
  );
};
