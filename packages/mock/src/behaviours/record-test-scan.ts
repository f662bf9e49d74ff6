import type { TestScan } from '@openwaybill/schemas';
import { type Behaviour, callerOf } from '../engine/call.ts';
import { Refusal } from '../engine/refusal.ts';
import { isOwnCarrier } from '../parcels/hand-over.ts';
import { recordObservation } from '../parcels/record-observation.ts';

/** One observation by hand, judged by the tables as from a real scanner. */
export const recordTestScan: Behaviour = async (call) => {
  const { system, unit, now } = call;
  const { carrierCode, ...observation } = call.body as TestScan;
  if (system.options.role !== 'courier' || !isOwnCarrier(system, carrierCode))
    throw new Refusal('NOT_FOUND');
  const { eventId } = await recordObservation(
    system,
    unit,
    now,
    callerOf(call).partyId,
    observation,
  );
  return { status: 201, body: { eventId } };
};
