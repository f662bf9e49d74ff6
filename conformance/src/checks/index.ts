import type { Check } from '../words.ts';
import { shapeChecks } from './derived/shape.ts';
import { discoveryChecks } from './discovery.ts';
import { orderChecks } from './order.ts';

/** Every check of the suite. */
export const checks: readonly Check[] = [...shapeChecks, ...discoveryChecks, ...orderChecks];
