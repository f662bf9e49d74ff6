import { registry } from '@openwaybill/schemas';
import { scenarios } from '../scenarios/index.ts';
import { isFor } from '../scenarios/scenario.ts';
import { exchangesOf, type Transcript } from '../transcript/format.ts';
import type { Fault, RequirementId, Role, Scenario } from '../words.ts';

/** What every run needs to see a living system. */
const CORE_WALK: Readonly<Partial<Record<Role, readonly string[]>>> = {
  courier: ['discovery', 'door-delivery'],
};
const ANY_WALK: readonly string[] = ['discovery', 'agreement-life'];

/** What nearly every scenario touches needs only some of them to be seen. */
const ENOUGH = 8;
const FEW = 3;
/** Where an exchange is to be seen, and there are many: the shortest. */
const SHORTEST = 2;

/** How many exchanges each scenario of a clean run had, in all and of each operation and event. */
export type Shown = Readonly<Record<string, Readonly<Record<string, number>>>>;

const ALL = '*';

/** Where a run showed what. */
export const shownIn = (transcript: Transcript): Shown => {
  const shown: Record<string, Record<string, number>> = {};
  for (const { scenario, operation, eventType } of exchangesOf(transcript)) {
    if (scenario === undefined) continue;
    const counts = shown[scenario] ?? {};
    shown[scenario] = counts;
    for (const what of [ALL, operation, eventType])
      if (what !== undefined) counts[what] = (counts[what] ?? 0) + 1;
  }
  return shown;
};

const walkOf = (role: Role): readonly string[] => CORE_WALK[role] ?? ANY_WALK;

const isTouching = (scenario: Scenario, role: Role, id: RequirementId): boolean =>
  isFor(scenario, role) && scenario.touches.includes(id);

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

const showing = (
  { operation, eventType }: NonNullable<Fault['shownBy']>,
  shown: Shown,
  walk: readonly string[],
): readonly string[] => {
  const has = ([, counts]: readonly [string, Readonly<Record<string, number>>]): boolean =>
    [operation, eventType].every((what) => what === undefined || (counts[what] ?? 0) > 0);
  const all = Object.entries(shown).filter(has);
  return all
    .filter(([id]) => !walk.includes(id))
    .sort(([, one], [, other]) => (one[ALL] ?? 0) - (other[ALL] ?? 0))
    .slice(0, SHORTEST)
    .map(([id]) => id);
};

/** The scenarios that a fault is looked for in: the core walk, and those that show what it violates. */
export const scenariosOf = (
  fault: Pick<Fault, 'role' | 'violates' | 'shownBy'>,
  shown: Shown,
): readonly string[] => {
  const walk = walkOf(fault.role);
  const further =
    fault.shownBy === undefined
      ? fault.violates.flatMap((id) => touching(fault.role, id))
      : showing(fault.shownBy, shown, walk);
  return [...new Set([...walk, ...further])];
};

/** Whether every scenario that touches a requirement was among those that ran. */
export const isWhole = (role: Role, id: RequirementId, ran: readonly string[]): boolean =>
  // what every exchange shows is told by a part of them as well
  !id.startsWith('DSC-02') &&
  scenarios
    .filter((scenario) => isTouching(scenario, role, id))
    .every((scenario) => ran.includes(scenario.id));
