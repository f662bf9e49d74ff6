import { fold } from '@openwaybill/schemas';
import type { System } from '../engine/system.ts';
import { recordObservation } from '../parcels/record-observation.ts';
import { findParcel, type StoredParcel } from '../parcels/stored-parcel.ts';
import type { Unit } from '../store/unit.ts';
import { findIntercept } from './stored-intercept.ts';

/** Whether a parcel can be taken off its way where it is. */
const canBeTaken = (parcel: StoredParcel, now: string): boolean => {
  const eventId = 'ffffffff-ffff-7fff-bfff-ffffffffffff';
  const taken = { eventId, eventCode: 'INTERCEPT_ACCEPTED', occurredAt: now, recordedAt: now };
  return !fold<(typeof parcel.events)[number] | typeof taken>([
    ...parcel.events,
    taken,
  ]).anomalies.has(eventId);
};

/** The courier looks for the parcel of an accepted intercept, and records what came of it. */
export const carryOut = async (
  system: System,
  unit: Unit,
  now: string,
  interceptId: string,
): Promise<void> => {
  const stored = await findIntercept(unit, interceptId);
  const parcel = stored && (await findParcel(unit, stored.intercept.waybillNo));
  if (stored === undefined || parcel === undefined) return;
  await recordObservation(system, unit, now, stored.owner, {
    waybillNo: parcel.waybillNo,
    eventCode: canBeTaken(parcel, now) ? 'INTERCEPT_ACCEPTED' : 'INTERCEPT_FAILED',
  });
};
