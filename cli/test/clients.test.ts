import { expect, test } from 'vitest';
import { answerTo } from '../../packages/client/behaviour/drivers/typescript.ts';
import { CASES } from './clients/case.ts';
import { type Driver, playCase } from './clients/stage.ts';

const typescript: Driver = {
  ask: (line) => answerTo(line as Readonly<Record<string, unknown>>),
  end: async () => undefined,
};

test('every case of the suite has an id of its own', () => {
  expect(new Set(CASES.map(({ id }) => id)).size).toBe(CASES.length);
});

test.each(CASES.map((one) => [one.title, one] as const))('%s', async (_title, one) => {
  expect(await playCase(one, typescript)).toEqual([]);
});
