import { registry } from '@openwaybill/schemas';
import { isTouching } from '../plan/whole.ts';
import { scenarios } from '../scenarios/index.ts';
import type { Fault, RequirementId, Role } from '../words.ts';

/** What every run needs to see a living system. */
const CORE_WALK: Readonly<Partial<Record<Role, readonly string[]>>> = {
  courier: ['discovery', 'door-delivery'],
};
const ANY_WALK: readonly string[] = ['discovery', 'agreement-life'];

/** What nearly every scenario touches needs only some of them to be seen. */
const ENOUGH = 8;
const FEW = 3;

/** The scenarios of a role that show a requirement. */
const touching = (role: Role, id: RequirementId): readonly string[] => {
  const all = scenarios.filter((scenario) => isTouching(scenario, role, id));
  if (all.length <= ENOUGH) return all.map((scenario) => scenario.id);
  // a command that a table does not name is seen by the walk over that table alone
  const isRefusal = registry.lifecycles.some(({ refusals }) => refusals === id);
  return all
    .filter((scenario, at) => at < FEW || (isRefusal && scenario.id.startsWith('model-')))
    .map((scenario) => scenario.id);
};

/** The scenarios that a fault is looked for in: the core walk, and those that show what it violates. */
export const scenariosOf = ({
  role,
  violates,
}: Pick<Fault, 'role' | 'violates'>): readonly string[] => [
  ...new Set([...(CORE_WALK[role] ?? ANY_WALK), ...violates.flatMap((id) => touching(role, id))]),
];
