import { describe, expect, test } from 'vitest';
import { checks } from '../src/checks/index.ts';
import { cleanRun } from './clean-run.ts';
import type { ReferenceClass, ReferenceRole } from './reference.ts';
import { wrongIn } from './result-form.ts';

/** What the reference without a fault must be, in one role: every fault of the role is measured against its run. */
export const proveReference = (role: ReferenceRole, claims?: ReferenceClass) =>
  describe(`the reference as ${role}${claims === undefined ? '' : ` with ${claims}`}`, () => {
    test('has no finding', async () => {
      const { result } = await cleanRun(role, claims);
      expect(
        result.findings.map(({ requirement, case: id, expected, actual, pointer, scenario }) => ({
          requirement,
          id,
          expected,
          actual,
          pointer,
          scenario,
        })),
      ).toEqual([]);
    });

    test('leaves nothing open', async () => {
      const { result } = await cleanRun(role, claims);
      expect(
        result.requirements
          .filter(
            ({ outcome, reason, tier }) =>
              outcome === 'inconclusive' ||
              // what only a sink shows is above the depth of a run without one
              (outcome === 'untested' && reason !== 'EXCLUDED' && tier !== 'S'),
          )
          .map(({ id, cases }) => [
            id,
            ...cases.flatMap((one) =>
              one.isObligatory && one.state !== 'held' ? [`${one.id}: ${one.reason}`] : [],
            ),
          ]),
      ).toEqual([]);
    });

    test('is not blamed for a message of ours', async () => {
      const { result, defects } = await cleanRun(role, claims);
      expect(result.harness).toEqual([]);
      expect(defects).toEqual([]);
    });

    test('is told in a document of the published form', async () => {
      const { result } = await cleanRun(role, claims);
      expect(wrongIn(result)).toEqual([]);
      const { operations, problems } = result.coverage;
      expect(operations.filter(({ accepted }) => accepted > 0).length).toBeGreaterThan(10);
      expect(problems.some(({ count }) => count > 0)).toBe(true);
    });

    test('meets no check that is empty', async () => {
      const { claim, result } = await cleanRun(role, claims);
      const applicable = new Set<string>(
        result.requirements.flatMap(({ id, outcome }) => (outcome === 'inapplicable' ? [] : [id])),
      );
      const cases = new Map<string, number>();
      for (const check of checks)
        for (const id of check.requirements)
          cases.set(id, (cases.get(id) ?? 0) + check.cases(claim).length);
      expect([...cases].filter(([id, count]) => applicable.has(id) && count === 0)).toEqual([]);
    });
  });
