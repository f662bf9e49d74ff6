import { registry } from '@openwaybill/schemas';
import { describe, expect, test } from 'vitest';
import { faults } from '../src/faults/index.ts';
import { check } from '../src/run.ts';
import { scenarios } from '../src/scenarios/index.ts';
import { isFor } from '../src/scenarios/scenario.ts';
import type { Fault, Outcome, RequirementId } from '../src/words.ts';
import { cleanRun } from './clean-run.ts';
import { type ReferenceRole, reference } from './reference.ts';
import { wrongIn } from './result-form.ts';

/** What every run needs to see a living system. */
const CORE_WALK: Readonly<Partial<Record<ReferenceRole, readonly string[]>>> = {
  courier: ['discovery', 'door-delivery'],
};
const ANY_WALK: readonly string[] = ['discovery', 'agreement-life'];

/** What nearly every scenario touches needs only some of them to be seen. */
const ENOUGH = 8;

/** The scenarios of a role that show a requirement. */
const touching = (role: ReferenceRole, id: RequirementId): readonly string[] => {
  const all = scenarios.filter(
    (scenario) => isFor(scenario, role) && scenario.touches.includes(id),
  );
  if (all.length <= ENOUGH) return all.map((scenario) => scenario.id);
  // a command that a table does not name is seen by the walk over that table alone
  const isRefusal = registry.lifecycles.some(({ refusals }) => refusals === id);
  return all
    .filter((scenario, at) => at < 3 || (isRefusal && scenario.id.startsWith('model-')))
    .map((scenario) => scenario.id);
};

const idsOf = (
  requirements: readonly { readonly id: string; readonly outcome: Outcome }[],
  outcome: Outcome,
): readonly string[] =>
  requirements.flatMap((one) => (one.outcome === outcome ? [one.id] : [])).sort();

/** Some faults, in the file of the reference that they bend: files run side by side, and each makes its clean run once. */
export const proveFaults = (isAmong: (fault: Fault) => boolean) =>
  describe('every fault is caught by exactly what it violates', () => {
    const mine = faults.filter(isAmong);
    test.each(mine.map((fault) => [fault.id, fault] as const))('%s', async (_id, fault) => {
      const role = fault.role as ReferenceRole;
      const isLogging = fault.violates.includes('LOG-001');
      const system = await reference(role, fault.bend, { claims: fault.claims, isLogging });
      const only = [
        ...(CORE_WALK[role] ?? ANY_WALK),
        ...fault.violates.flatMap((id) => touching(role, id)),
      ];
      const { result } = await check({ ...system, role, only, negatives: 2 });
      expect(wrongIn(result)).toEqual([]);
      expect(system.fired(), 'the fault never fired').toBeGreaterThan(0);
      expect(idsOf(result.requirements, 'failed')).toEqual([...fault.violates].sort());

      // what it hides: requirements that pass without it, and all of whose scenarios ran
      const ran = new Set(result.run.selection);
      const clean = new Set(
        idsOf((await cleanRun(role, fault.claims)).result.requirements, 'passed'),
      );
      const isWhole = (id: string): boolean => {
        const touching = scenarios.filter(
          (one) => isFor(one, role) && one.touches.includes(id as RequirementId),
        );
        return touching.every((one) => ran.has(one.id)) && !id.startsWith('DSC-02');
      };
      const hidden = idsOf(result.requirements, 'inconclusive').filter(
        (id) => clean.has(id) && isWhole(id) && !fault.masks?.some((mask) => mask === id),
      );
      expect(hidden, 'the fault blinds').toEqual([]);
    });
  });
