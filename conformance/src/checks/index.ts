import type { Check } from '../words.ts';
import { shapeChecks } from './derived/shape.ts';
import { discoveryChecks } from './discovery.ts';
import { orderChecks } from './order.ts';
import { trackingChecks } from './tracking.ts';
import { waybillChecks } from './waybill.ts';

/** Every check of the suite. */
export const checks: readonly Check[] = [
  ...shapeChecks,
  ...discoveryChecks,
  ...orderChecks,
  ...waybillChecks,
  ...trackingChecks,
];
