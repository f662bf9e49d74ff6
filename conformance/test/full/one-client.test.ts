import { SERVING_ROLES } from '@openwaybill/schemas';
import { expect, test } from 'vitest';
import { check } from '../../src/run.ts';
import { reference } from '../reference.ts';

test.each(SERVING_ROLES)('a %s is judged by a run that has one client alone', async (role) => {
  const { credentials, ...system } = await reference(role);
  const { result } = await check({ ...system, role, credentials: { runner: credentials.runner } });
  expect([result.findings, result.harness, result.run.complete]).toEqual([[], [], true]);
  expect(system.defects).toEqual([]);
  expect(result.requirements.filter(({ outcome }) => outcome === 'passed').length).toBeGreaterThan(
    20,
  );
});
