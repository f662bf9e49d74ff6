import type { System } from '../engine/system.ts';
import { isAtEnd } from '../parcels/fold-parcel.ts';
import type { StoredParcel } from '../parcels/stored-parcel.ts';
import { after, type Soon } from '../store/soon.ts';
import type { Unit } from '../store/unit.ts';
import { resolve } from './resolve.ts';
import { openIntercept } from './stored-intercept.ts';

/** Whether a state of an intercept is an end. */
export const isResolved =
  (system: System) =>
  (state: string): boolean =>
    system.lifecycle('intercept').states[state]?.terminal === true;

/** An open intercept is resolved by the scan that says so, or fails with the end of its parcel. */
export const followIntercept = (
  system: System,
  unit: Unit,
  now: string,
  parcel: StoredParcel,
  eventCode: string,
): Soon<void> =>
  after(openIntercept(unit, parcel.waybillNo, isResolved(system)), (open) => {
    const isStopped = eventCode === 'INTERCEPT_ACCEPTED' && parcel.status === 'INTERCEPTED';
    if (open === undefined) return undefined;
    if (!isStopped && eventCode !== 'INTERCEPT_FAILED' && !isAtEnd(parcel, now)) return undefined;
    const on = isStopped ? 'INTERCEPT_SUCCEEDED' : 'INTERCEPT_FAILED';
    return after(resolve(system, unit, now, open, on), () => undefined);
  });
