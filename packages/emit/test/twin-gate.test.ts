import { expect, test } from 'vitest';
import { COMPONENTS, differences, examplesOf } from './_gate.ts';

test('the twin takes and refuses what the document does, of every example', () => {
  expect(COMPONENTS.length).toBeGreaterThan(400);
  const count = COMPONENTS.reduce((sum, name) => sum + examplesOf(name).length, 0);
  expect(count).toBeGreaterThan(1000);
  expect(COMPONENTS.filter((name) => differences(name, examplesOf(name)).length > 0)).toEqual([]);
});
