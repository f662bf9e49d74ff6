import { SERVING_ROLES } from '@openwaybill/schemas';
import { describe, expect, test } from 'vitest';
import { cleanRun } from './clean-run.ts';

describe.each(SERVING_ROLES)('the reference as %s', (role) => {
  test('has no finding', async () => {
    const { result } = await cleanRun(role);
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
    const { result } = await cleanRun(role);
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
    const { result, defects } = await cleanRun(role);
    expect(result.harness).toEqual([]);
    expect(defects).toEqual([]);
  });
});
