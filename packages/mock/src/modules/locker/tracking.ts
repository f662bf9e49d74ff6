import {
  type CellReservation,
  eventCodeEntry,
  type LockerDeposit,
  TRACKING_OF_DEPOSIT,
  type TrackingEventRecorded,
} from '@openwaybill/schemas';
import { instantOf, virtualNow } from '../../engine/clock.ts';
import { uuid7 } from '../../engine/invent.ts';
import { recordObservation } from '../../parcels/record-observation.ts';
import { findParcel } from '../../parcels/stored-parcel.ts';
import type { Happening, Receiver } from '../../resources/hooks.ts';
import { findLocker } from './lockers.ts';

type Told = Extract<LockerDeposit['status'], keyof typeof TRACKING_OF_DEPOSIT>;

const isTold = (status: CellReservation['status']): status is Told =>
  Object.hasOwn(TRACKING_OF_DEPOSIT, status);

/** Tells everybody whose parcel it is what a scanner would: the tracking event of the state that is entered. */
export const tellScan = async (
  { system, unit, now }: Happening,
  { waybillNo, carrierCode, lockerId, status }: LockerDeposit,
  to: readonly string[],
): Promise<void> => {
  if (!isTold(status)) return;
  const eventCode = TRACKING_OF_DEPOSIT[status];
  const entry = eventCodeEntry(eventCode);
  const locker = await findLocker(unit, lockerId);
  const data: TrackingEventRecorded = {
    eventId: uuid7(system.random, Date.parse(now)),
    carrierCode,
    waybillNo,
    eventCode,
    ...(entry?.after === undefined ? {} : { statusAfter: entry.after }),
    occurredAt: now,
    recordedAt: now,
    timeQuality: 'EXACT',
    ...(locker === undefined
      ? {}
      : {
          location: {
            region: locker.address.region,
            facilityId: lockerId,
            facilityType: 'LOCKER',
          },
        }),
    confidence: 'HIGH',
  };
  for (const receiver of to)
    await system.emit(unit, instantOf(await virtualNow(unit, receiver, system.options)), {
      type: 'org.openwaybill.tracking.event.recorded',
      to: receiver,
      data,
    });
};

/** A courier takes the scan of a locker for its own: the parcel is where the locker says. */
export const scanTold: Receiver = async (system, unit, _now, from, data) => {
  if (system.options.role !== 'courier' || system.counterparty(from)?.role !== 'locker') return;
  const scan = data as TrackingEventRecorded;
  const parcel = await findParcel(unit, scan.waybillNo);
  if (parcel === undefined || parcel.carrierCode !== scan.carrierCode) return;
  const theirs = instantOf(await virtualNow(unit, parcel.owner, system.options));
  await recordObservation(system, unit, theirs, parcel.owner, scan);
};
