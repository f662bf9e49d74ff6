import { describe, expect, test } from 'vitest';
import { requirements } from '../src/catalogue/catalogue.ts';
import { checks } from '../src/checks/index.ts';
import { faults } from '../src/faults/index.ts';
import { scenarios } from '../src/scenarios/index.ts';
import type { Check } from '../src/words.ts';

const checked = new Set<string>(checks.flatMap((check: Check) => check.requirements));
const ids = new Set<string>(requirements.map(({ id }) => id));

describe('every requirement is accounted for', () => {
  test('it is judged here, or excluded with a reason', () => {
    expect(
      requirements.filter((one) => 'judgedBy' in one && !checked.has(one.id)).map(({ id }) => id),
    ).toEqual([]);
  });

  test('nothing of the standard waits for its check', () => {
    expect(
      requirements.filter((one) => 'excluded' in one && one.excluded.because === 'LATER'),
    ).toEqual([]);
  });

  test('no check is about a requirement that does not exist or is excluded', () => {
    const excluded = requirements.filter((one) => 'excluded' in one).map(({ id }) => id as string);
    expect([...checked].filter((id) => !ids.has(id) || excluded.includes(id))).toEqual([]);
  });

  test('what is checked is touched by a scenario', () => {
    const touched = new Set<string>(scenarios.flatMap(({ touches }) => touches));
    expect([...checked].filter((id) => !touched.has(id)).sort()).toEqual([]);
  });

  test('no scenario touches what does not exist', () => {
    expect(scenarios.flatMap(({ touches }) => touches.filter((id) => !ids.has(id)))).toEqual([]);
  });

  test('ids of scenarios and faults are unique', () => {
    for (const all of [scenarios.map(({ id }) => id), faults.map(({ id }) => id)])
      expect(new Set(all).size).toBe(all.length);
  });
});

describe('a check can fail', () => {
  test('every MUST within reach has a fault that turns it red', () => {
    const violated = new Set<string>(faults.flatMap(({ violates }) => violates));
    expect(
      requirements
        .filter(
          (one) =>
            'judgedBy' in one &&
            one.level.startsWith('MUST') &&
            one.tier !== 'S' &&
            !violated.has(one.id),
        )
        .map(({ id }) => id),
    ).toEqual([]);
  });
});
