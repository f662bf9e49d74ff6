import { registry } from '@openwaybill/schemas';
import { expect, test } from 'vitest';
import { costTable, moduleCosts, PLACES } from '../src/module-costs.ts';
import { filesBelow } from '../src/repository.ts';

const BESIDE = new Set([
  'packages/mock/src/modules/index.ts',
  'conformance/src/modules/index.ts',
  'conformance/src/modules/suite.ts',
  'seeds/stories/README.md',
]);

test('a module beyond the core exchange has behaviours, a suite and a story', () => {
  const further = new Set(
    registry.modules.filter((one) => one.conformanceClass !== 'core').map(({ name }) => name),
  );
  const poor = moduleCosts()
    .filter(({ module }) => further.has(module))
    .filter(({ costs: { behaviours, suite, story } }) =>
      [behaviours, suite, story].some(({ files }) => files === 0),
    );
  expect(poor.map(({ module }) => module)).toEqual([]);
});

test.each(['rules', 'behaviours', 'suite', 'story'] as const)(
  'every file of %s is counted for one module',
  (place) => {
    const counted = moduleCosts().reduce((sum, { costs }) => sum + costs[place].files, 0);
    const files = filesBelow(PLACES[place]).filter((path) => !BESIDE.has(path));
    expect(counted).toBe(files.length);
  },
);

test('the table has a row for every module', () => {
  expect(costTable().trim().split('\n')).toHaveLength(registry.modules.length + 2);
});
