import { concernSuites } from '../concerns/index.ts';
import { suites } from '../modules/index.ts';
import type { Fault } from '../words.ts';
import { boundOf } from './bound.ts';
import { agreementFaults } from './hand/agreement.ts';
import { callerFaults } from './hand/caller.ts';
import { consigneeFaults } from './hand/consignee.ts';
import { continuityFaults } from './hand/continuity.ts';
import { discoveryFaults } from './hand/discovery.ts';
import { eventFaults } from './hand/events.ts';
import { lifecycleFaults } from './hand/lifecycle.ts';
import { orderFaults } from './hand/order.ts';
import { receiverFaults } from './hand/receiver.ts';
import { trackingFaults } from './hand/tracking.ts';
import { waybillFaults } from './hand/waybill.ts';

/** Every hand-written fault. */
export const faults: readonly Fault[] = [
  ...orderFaults,
  ...waybillFaults,
  ...discoveryFaults,
  ...trackingFaults,
  ...eventFaults,
  ...continuityFaults,
  ...agreementFaults,
  ...receiverFaults,
  ...callerFaults,
  ...consigneeFaults,
  ...lifecycleFaults,
  ...[...suites, ...concernSuites].flatMap((suite) => suite.faults),
].map((fault) => ({
  ...fault,
  violates: boundOf(fault),
}));
