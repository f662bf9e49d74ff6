import { SERVING_ROLES } from '@openwaybill/schemas';
import { expect, test } from 'vitest';
import { proveFaults } from './prove-faults.ts';
import { proveReference } from './prove-reference.ts';
import { heldByNobody, reachTransitions } from './reach-transitions.ts';

const isFurther = (role: string): boolean => role !== 'courier' && role !== 'platform';

for (const role of SERVING_ROLES)
  if (isFurther(role)) {
    proveReference(role);
    reachTransitions(role);
  }
proveFaults(({ role }) => isFurther(role));

test('every lifecycle of the standard is held at some role', () => {
  expect(heldByNobody()).toEqual([]);
});
