import { SERVING_ROLES } from '@openwaybill/schemas';
import { describe, expect, test } from 'vitest';
import { cleanRun } from './clean-run.ts';
import type { ReferenceClass, ReferenceRole } from './reference.ts';

/** Every serving role, and two that sign: one that answers labels, one that answers reveals. */
const REFERENCES: readonly {
  readonly title: string;
  readonly role: ReferenceRole;
  readonly claims: ReferenceClass;
}[] = [
  ...SERVING_ROLES.map((role) => ({ title: role, role, claims: undefined })),
  { title: 'courier that signs', role: 'courier', claims: 'signed-messages' },
  { title: 'platform that signs', role: 'platform', claims: 'signed-messages' },
];

describe.each(REFERENCES)('the reference as $title', ({ role, claims }) => {
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
});
