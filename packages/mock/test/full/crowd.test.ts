import { expect, test } from 'vitest';
import { crowd } from '../../bench/crowd.ts';

test('a crowd on a SQLite file loses nothing and doubles nothing', async () => {
  // one order of each client; the bench goes on for a minute
  const { waybills, events, violations } = await crowd(200, 0);
  expect(violations).toEqual([]);
  expect(waybills).toBe(200);
  expect(events).toBeGreaterThan(100);
});
