import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { differencesOfGolden } from '../src/prove/golden.ts';
import { goldens } from './goldens.ts';

const all = await goldens(fileURLToPath(new URL('../golden', import.meta.url)));

describe('exchanges that were written by hand', () => {
  test.each(all.map((one) => [one.id, one] as const))(
    '%s comes to what it says',
    async (_id, one) => {
      expect(await differencesOfGolden(one)).toEqual([]);
    },
  );

  test('are enough to tell right from wrong', () => {
    const wrong = all.filter(({ outcomes }) => Object.values(outcomes).includes('failed'));
    expect(all.length).toBeGreaterThanOrEqual(24);
    expect(wrong.length).toBeGreaterThanOrEqual(12);
    expect(all.length - wrong.length).toBeGreaterThanOrEqual(12);
  });
});
