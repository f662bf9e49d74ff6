import type { TimerHandler } from '../engine/system.ts';
import { followIntercept } from '../intercepts/follow-parcel.ts';
import { followParcel as orderFollows } from '../orders/follow-parcel.ts';
import { findParcel, putParcel } from '../parcels/stored-parcel.ts';
import { watchSubscriptions } from '../parcels/watch-subscriptions.ts';
import { followParcel as waybillFollows } from '../waybills/follow-parcel.ts';

/** A parcel has become closed, or lost for good, by its age: what follows from it follows now. */
export const parcelAge: TimerHandler = async (system, unit, now, waybillNo) => {
  const parcel = await findParcel(unit, waybillNo);
  if (parcel === undefined) return;
  const aged = { ...parcel, revision: parcel.revision + 1 };
  putParcel(unit, aged, now);
  await waybillFollows(system, unit, now, aged);
  await orderFollows(system, unit, now, aged, undefined);
  await followIntercept(system, unit, now, aged, '');
  await watchSubscriptions(system, unit, now, aged);
};
