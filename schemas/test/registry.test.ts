import { expect, test } from 'vitest';
import { registry } from '../src/index.ts';

test('every operation, event and message of the registry has a module', () => {
  const modules = new Set(registry.modules.map((module) => module.name));
  expect(registry.operations.filter((operation) => !modules.has(operation.module))).toEqual([]);
});
