import { expect, test } from 'vitest';
import { check } from '../src/run.ts';
import { type ReferenceRole, reference } from './reference.ts';

const outcomeOf = async (role: ReferenceRole, isLogging: boolean) => {
  const system = await reference(role, {}, { isLogging });
  const { result, transcript } = await check({
    ...system,
    role,
    only: ['discovery', 'leak-everywhere', 'leak-masks', 'leak-order'],
  });
  const found = result.requirements.find(({ id }) => id === 'LOG-001');
  const log = transcript.entries.find((entry) => entry.kind === 'log');
  return { outcome: found?.outcome, reason: found?.reason, records: log?.lines.length ?? 0 };
};

test.each(['platform', 'courier', 'regulator', 'customs-agent'] as const)(
  'the log of a %s tells of nobody',
  async (role) => {
    const { outcome, records } = await outcomeOf(role, true);
    expect(outcome).toBe('passed');
    expect(records).toBeGreaterThan(20);
  },
);

test('a run that sees no log says so, and does not pass it', async () => {
  expect(await outcomeOf('locker', false)).toMatchObject({
    outcome: 'untested',
    reason: 'ABOVE_DEPTH',
  });
});
