import type { System } from '../engine/system.ts';
import { isAtEnd } from '../parcels/fold-parcel.ts';
import type { StoredParcel } from '../parcels/stored-parcel.ts';
import type { Unit } from '../store/unit.ts';
import { resolve } from './resolve.ts';
import { openIntercept } from './stored-intercept.ts';

/** Whether a state of an intercept is an end. */
export const isResolved =
  (system: System) =>
  (state: string): boolean =>
    system.lifecycle('intercept').states[state]?.terminal === true;

/** An open intercept is resolved by the scan that says so, or fails with the end of its parcel. */
export const followIntercept = async (
  system: System,
  unit: Unit,
  now: string,
  parcel: StoredParcel,
  eventCode: string,
): Promise<void> => {
  const open = await openIntercept(unit, parcel.waybillNo, isResolved(system));
  if (open === undefined) return;
  if (eventCode === 'INTERCEPT_ACCEPTED' && parcel.status === 'INTERCEPTED')
    await resolve(system, unit, now, open, 'INTERCEPT_SUCCEEDED');
  else if (eventCode === 'INTERCEPT_FAILED' || isAtEnd(parcel, now))
    await resolve(system, unit, now, open, 'INTERCEPT_FAILED');
};
