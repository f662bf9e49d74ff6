import { codesOf, ParcelStatus, type ParcelStatusEntry } from '@openwaybill/schemas';
import { DAY, instantOf } from '../engine/clock.ts';
import type { System } from '../engine/system.ts';
import { watchRetention } from '../erasures/retention.ts';
import type { Unit } from '../store/unit.ts';
import type { StoredParcel } from './stored-parcel.ts';

/** The kind of the timer at which a parcel changes by its age alone: closed, or lost for good. */
export const AGE_TIMER = 'parcel-age';

const STATUSES: Readonly<Record<string, ParcelStatusEntry>> = codesOf(ParcelStatus);

/** Sets the clock for what a status becomes by time, in place of what its former status would have become. */
export const watchAge = (system: System, unit: Unit, parcel: StoredParcel): void => {
  const timer = { tenant: parcel.owner, kind: AGE_TIMER, ref: parcel.waybillNo };
  const entry = STATUSES[parcel.status];
  if (entry?.stage === 'CLOSED' || entry?.closedAfterDays !== undefined)
    watchRetention(system, unit, parcel.sinceAt, parcel.owner, parcel.orderNo);
  const days = entry?.terminalAfterDays ?? entry?.closedAfterDays;
  if (days === undefined) system.unschedule(unit, timer);
  else
    system.schedule(unit, {
      ...timer,
      dueAt: instantOf(Date.parse(parcel.sinceAt) + days * DAY),
    });
};
