import { expect, test } from 'vitest';
import { check } from '../../src/run.ts';
import { IN_REAL_TIME, reference } from '../reference.ts';

test('a courier whose test control is taken away is conformant at the wire', async () => {
  const system = await reference('courier', IN_REAL_TIME);
  const { result } = await check({ ...system, role: 'courier', depth: 'WIRE' });
  expect([result.exit, result.findings, result.harness, system.defects]).toEqual([0, [], [], []]);
  expect(result.verdicts.find(({ part, ...one }) => one.class === 'core' && !part)).toMatchObject({
    verdict: 'conformant',
  });
});
