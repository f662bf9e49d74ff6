import { LINT_RULES, lint } from '@openwaybill/emit';
import { registry } from '@openwaybill/schemas';
import { checkSync } from 'recheck';
import { expect, test } from 'vitest';

test('no rule of the lint finds anything in the standard', () => {
  const isLinear = (pattern: string): boolean => checkSync(pattern, '').status === 'safe';
  expect(LINT_RULES.length).toBeGreaterThan(30);
  expect(lint({ registry, isLinear }).filter(({ isWarning }) => !isWarning)).toEqual([]);
});
