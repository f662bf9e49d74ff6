import type { TrackingEvent } from '@openwaybill/schemas';
import { instantOf, virtualNow } from '../engine/clock.ts';
import type { System } from '../engine/system.ts';
import type { Unit } from '../store/unit.ts';
import { proofOf } from './proof-of-delivery.ts';
import type { StoredParcel } from './stored-parcel.ts';
import { subscribersOf } from './tracking-subscription.ts';

/** What an observation has for readers of the parcel alone. */
const TOLD_WITHOUT = ['text', 'anomaly', 'anomalyReason', 'extensions'] as const;

const toldOf = ({
  text: _,
  anomaly: __,
  anomalyReason: ___,
  extensions: ____,
  ...data
}: TrackingEvent) => data;

/** Tells the platform of the order, and whoever else has subscribed to the parcel, of an observation. */
export const tellOfEvent = async (
  system: System,
  unit: Unit,
  now: string,
  parcel: StoredParcel,
  event: TrackingEvent,
): Promise<void> => {
  const data = TOLD_WITHOUT.some((member) => event[member] !== undefined) ? toldOf(event) : event;
  const type = 'org.openwaybill.tracking.event.recorded' as const;
  await system.emit(unit, now, { type, to: parcel.owner, data });
  for (const to of await subscribersOf(unit, parcel, event.eventCode)) {
    const theirs = instantOf(await virtualNow(unit, to, system.options));
    await system.emit(unit, theirs, { type, to, data });
  }
};

/** Tells the platform of the order that a proof of delivery can be read. */
export const tellOfProof = async (
  system: System,
  unit: Unit,
  now: string,
  parcel: StoredParcel,
): Promise<void> => {
  const proof = proofOf(parcel);
  if (proof === undefined) return;
  const data = { carrierCode: parcel.carrierCode, ...proof };
  await system.emit(unit, now, {
    type: 'org.openwaybill.tracking.pod.available',
    to: parcel.owner,
    data,
  });
};
