import { type FoldResult, type Parcel, showEvent, type TrackingEvent } from '@openwaybill/schemas';
import { type Call, callerOf } from '../engine/call.ts';
import { Refusal } from '../engine/refusal.ts';
import type { System } from '../engine/system.ts';
import { foldObserved, observedScans } from '../observed/observed-parcel.ts';
import { foldedMembers } from '../parcels/show-parcel.ts';
import { subscriptionsTo } from '../parcels/tracking-subscription.ts';
import type { Unit } from '../store/unit.ts';
import { carrierOf } from './carrier.ts';
import { inKnownCodes } from './known-code.ts';

/** A parcel as a relay knows it: what its courier has told, and nothing of its order. */
export type RelayedParcel = {
  readonly carrierCode: Parcel['carrierCode'];
  readonly waybillNo: string;
  /** The organisation of its courier. */
  readonly courier: string;
  readonly events: readonly TrackingEvent[];
  readonly folded: FoldResult<TrackingEvent>;
};

/** The parcel under a number of a courier; nothing is known of one whose courier is a stranger. */
export const relayedParcel = async (
  system: System,
  unit: Unit,
  carrierCode: string | undefined,
  waybillNo: string,
): Promise<RelayedParcel | undefined> => {
  const courier = (await carrierOf(system, unit, carrierCode))?.partyId;
  if (courier === undefined) return undefined;
  return {
    carrierCode: carrierCode as RelayedParcel['carrierCode'],
    waybillNo,
    courier,
    events: await observedScans(unit, courier, waybillNo),
    folded: await foldObserved(unit, courier, waybillNo),
  };
};

/** Whether a party may read a parcel here: its courier, and whoever proved a relation when it subscribed. */
export const mayRead = async (
  unit: Unit,
  parcel: RelayedParcel,
  partyId: string,
): Promise<boolean> =>
  parcel.courier === partyId ||
  (await subscriptionsTo(unit, parcel)).some(({ owner }) => owner === partyId);

/** The parcel that the path names, for who may read it: unknown and not yours are one answer. */
export const relayedNamed = async (call: Call): Promise<RelayedParcel> => {
  const { carrierCode, waybillNo = '' } = call.path;
  const parcel = await relayedParcel(call.system, call.unit, carrierCode, waybillNo);
  if (parcel === undefined || !(await mayRead(call.unit, parcel, callerOf(call).partyId)))
    throw new Refusal('NOT_FOUND');
  return parcel;
};

/** The parcel as a resource: unknown until its courier has told anything, and without an order number. */
export const showRelayed = (parcel: RelayedParcel, now: string): Parcel => {
  const { lastEvent, ...members } = foldedMembers(parcel.folded, parcel.folded, now);
  return {
    carrierCode: parcel.carrierCode,
    waybillNo: parcel.waybillNo,
    ...members,
    ...(lastEvent === undefined ? {} : { lastEvent: inKnownCodes(lastEvent) }),
    revision: parcel.events.length + 1,
  };
};

/** Every event that was told, in the order of the fold. */
export const showRelayedEvents = ({ folded }: RelayedParcel): readonly TrackingEvent[] =>
  folded.events.map((one) => inKnownCodes(showEvent(one)));
