import { expect, test } from 'vitest';
import { COMPONENTS, differences, generated } from '../_gate.ts';

test.each(COMPONENTS)('the twin judges 200 instances of %s as the document does', (name) => {
  expect(differences(name, generated(name, 200))).toEqual([]);
});
