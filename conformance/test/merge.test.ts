import { expect, test } from 'vitest';
import { claimIn, judgeParts } from '../src/judge.ts';
import { check } from '../src/run.ts';
import { reference } from './reference.ts';

const SHARDS = 2;

test('shards of a run come to what the whole run comes to', async () => {
  const whole = (await check({ ...(await reference('insurer')), role: 'insurer' })).result;
  const parts = [];
  for (let index = 1; index <= SHARDS; index += 1) {
    const system = await reference('insurer');
    const shard = { index, count: SHARDS };
    parts.push((await check({ ...system, role: 'insurer', shard })).transcript);
  }
  const [first] = parts;
  if (first === undefined) throw new Error('there are no shards');
  const united = await judgeParts(parts, claimIn(first, 'insurer'));
  const outcomes = ({ requirements }: typeof whole) =>
    requirements.map(({ id, outcome, reason }) => [id, outcome, reason]);
  expect(outcomes(united)).toEqual(outcomes(whole));
  expect(united.verdicts.map(({ verdict }) => verdict)).toEqual(
    whole.verdicts.map(({ verdict }) => verdict),
  );
  expect(united.run.selection).toBeUndefined();
  expect(united.exit).toBe(whole.exit);
});
