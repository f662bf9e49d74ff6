import { checks } from '../checks/index.ts';
import type { CaseId, RequirementId } from '../words.ts';
import { wholeClaims } from './whole-claim.ts';

/** Every case that the suite can speak of, by requirement, obligatory for somebody or not. */
export const allCases = (): ReadonlyMap<RequirementId, readonly CaseId[]> => {
  const found = new Map<RequirementId, Set<CaseId>>();
  const claims = wholeClaims();
  for (const check of checks) {
    const cases = claims.flatMap((claim) => [
      ...check.cases(claim),
      ...(check.further?.(claim) ?? []),
    ]);
    for (const id of check.requirements)
      found.set(id, new Set([...(found.get(id) ?? []), ...cases]));
  }
  return new Map([...found].map(([id, cases]) => [id, [...cases].sort()]));
};
