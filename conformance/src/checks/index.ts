import type { Check } from '../words.ts';
import { deliveryChecks } from './delivery.ts';
import { shapeChecks } from './derived/shape.ts';
import { discoveryChecks } from './discovery.ts';
import { serverChecks } from './discovery-server.ts';
import { orderChecks } from './order.ts';
import { receiverChecks } from './receiver.ts';
import { trackingChecks } from './tracking.ts';
import { waybillChecks } from './waybill.ts';

/** Every check of the suite. */
export const checks: readonly Check[] = [
  ...shapeChecks,
  ...discoveryChecks,
  ...serverChecks,
  ...deliveryChecks,
  ...orderChecks,
  ...waybillChecks,
  ...trackingChecks,
  ...receiverChecks,
];
