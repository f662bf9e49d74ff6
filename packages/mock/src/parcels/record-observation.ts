import { eventCodeEntry, type TrackingEvent } from '@openwaybill/schemas';
import { timeOf } from '../engine/clock.ts';
import { uuid7 } from '../engine/invent.ts';
import { Refusal } from '../engine/refusal.ts';
import { isSameValue } from '../engine/same-value.ts';
import type { System } from '../engine/system.ts';
import { followIntercept } from '../intercepts/follow-parcel.ts';
import { followersOfParcels } from '../modules/index.ts';
import { followParcel as orderFollows } from '../orders/follow-parcel.ts';
import type { Unit } from '../store/unit.ts';
import { followParcel as waybillFollows } from '../waybills/follow-parcel.ts';
import { wayOf } from '../waybills/way.ts';
import { courierWorld } from '../world/courier-world.ts';
import { facilityOf } from '../world/facility.ts';
import { attestRealName } from './attest-real-name.ts';
import { foldParcel } from './fold-parcel.ts';
import { handOver } from './hand-over.ts';
import { findParcel, putParcel, type StoredParcel } from './stored-parcel.ts';
import { tellOfEvent, tellOfProof } from './tell.ts';
import { watchAge } from './watch-age.ts';
import { watchSubscriptions } from './watch-subscriptions.ts';

/** A scan as it comes from a scanner, from a scenario or by test control. What is absent has the courier's defaults. */
export type Observation = Pick<TrackingEvent, 'eventCode'> &
  Partial<
    Omit<
      TrackingEvent,
      'eventCode' | 'carrierCode' | 'waybillNo' | 'statusAfter' | 'anomaly' | 'anomalyReason'
    >
  > & { readonly waybillNo: string };

export type Recorded = {
  readonly eventId: string;
  /** False for an event that was known already, with the same content. */
  readonly isNew: boolean;
};

/** The event of an observation, whole: its place and its reason are the courier's own where the code needs them. */
const eventOf = async (
  system: System,
  unit: Unit,
  now: string,
  parcel: StoredParcel,
  { waybillNo, ...seen }: Observation,
): Promise<TrackingEvent> => {
  const entry = eventCodeEntry(seen.eventCode);
  const way = await wayOf(unit, parcel);
  const { network } = courierWorld(system.options);
  const event = {
    eventId: seen.eventId ?? uuid7(system.random, timeOf(now)),
    carrierCode: parcel.carrierCode,
    waybillNo,
    ...(entry?.after === undefined || seen.leg === 'RETURN' ? {} : { statusAfter: entry.after }),
    occurredAt: now,
    recordedAt: now,
    timeQuality: 'EXACT' as const,
    confidence: 'HIGH' as const,
    ...(entry?.place && way !== undefined
      ? { location: facilityOf(way, seen.eventCode, network) }
      : {}),
    ...(entry?.reason ? { reason: 'OTHER' as const } : {}),
  };
  return { ...event, ...seen };
};

/** The same scan, whatever the instants that this courier gave it when it came without. */
const isSameEvent = (known: TrackingEvent, observation: Observation): boolean =>
  Object.entries(observation).every(([name, value]) =>
    isSameValue(known[name as keyof TrackingEvent], value),
  );

/**
 * Stores a fact about a parcel of a platform and lets everything follow from it: parcel, waybill, order and intercept
 * by their tables, and the events that tell of them. A fact is never refused for its meaning; only an `eventId` that is
 * known with other content is (EVENT_ID_CONFLICT), and a parcel that the platform does not have (NOT_FOUND).
 */
export const recordObservation = async (
  system: System,
  unit: Unit,
  now: string,
  owner: string,
  observation: Observation,
): Promise<Recorded> => {
  const parcel = await findParcel(unit, observation.waybillNo);
  if (parcel === undefined || parcel.owner !== owner) throw new Refusal('NOT_FOUND');
  const known = parcel.events.find(({ eventId }) => eventId === observation.eventId);
  if (known !== undefined) {
    if (!isSameEvent(known, observation)) throw new Refusal('EVENT_ID_CONFLICT');
    return { eventId: known.eventId, isNew: false };
  }
  const event = await eventOf(system, unit, now, parcel, observation);
  const events = [...parcel.events, event];
  const { folded, status, sinceAt } = foldParcel({ ...parcel, events });
  const after: StoredParcel = { ...parcel, events, status, sinceAt, revision: parcel.revision + 1 };
  putParcel(unit, after, now);
  await tellOfEvent(system, unit, now, after, event);

  const isAnomaly = folded.anomalies.has(event.eventId);
  await waybillFollows(system, unit, now, after);
  await orderFollows(system, unit, now, after, isAnomaly ? undefined : event.eventCode);
  await followIntercept(system, unit, now, after, event.eventCode);
  if (status === 'DELIVERED' && parcel.status !== 'DELIVERED')
    await tellOfProof(system, unit, now, after);
  if (event.eventCode === 'FORWARDED_CARRIER' && !isAnomaly)
    await handOver(system, unit, now, after);
  if (event.eventCode === 'REAL_NAME_VERIFIED') await attestRealName(system, unit, now, after);
  for (const follow of followersOfParcels)
    await follow(system, unit, now, after, isAnomaly ? undefined : event.eventCode);
  watchAge(system, unit, after);
  await watchSubscriptions(system, unit, now, after);
  return { eventId: event.eventId, isNew: true };
};
