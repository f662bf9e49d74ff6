import { requirementOf } from '../catalogue/catalogue.ts';
import { scenarios } from '../scenarios/index.ts';
import { isFor } from '../scenarios/scenario.ts';
import type { RequirementId, Role, Scenario } from '../words.ts';

/** Whether a scenario is played against a role, and shows something of a requirement. */
export const isTouching = (scenario: Scenario, role: Role, id: RequirementId): boolean =>
  isFor(scenario, role) && scenario.touches.includes(id);

const isDerived = (id: RequirementId): boolean => {
  const requirement = requirementOf(id);
  return 'judgedBy' in requirement && requirement.judgedBy === 'derived';
};

/** Whether every scenario that touches a requirement was among those that ran. */
export const isWhole = (role: Role, id: RequirementId, ran: readonly string[]): boolean =>
  // what every exchange shows has no scenarios of its own that could be whole
  !isDerived(id) &&
  scenarios
    .filter((scenario) => isTouching(scenario, role, id))
    .every((scenario) => ran.includes(scenario.id));
