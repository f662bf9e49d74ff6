import { parcelStatusEntries } from '@openwaybill/schemas';
import { DAY, instantOf } from '../engine/clock.ts';
import type { System } from '../engine/system.ts';
import { foldObserved } from '../observed/observed-parcel.ts';
import type { Unit } from '../store/unit.ts';

/** The kind of the timer at which a parcel of ours is closed by its age. */
export const OBSERVED_AGE = 'observed-age';

const BETWEEN = ' ';

/** Whose parcel a timer is about. */
export const partsOfWatch = (
  ref: string,
): { readonly owner: string; readonly waybillNo: string } => {
  const [owner = '', waybillNo = ''] = ref.split(BETWEEN);
  return { owner, waybillNo };
};

/** Sets the clock for what the stage becomes by time, in place of what it would have become before. */
export const watchStage = async (
  system: System,
  unit: Unit,
  now: string,
  owner: string,
  waybillNo: string,
): Promise<void> => {
  const { status, sinceAt } = await foldObserved(unit, owner, waybillNo);
  const timer = { tenant: owner, kind: OBSERVED_AGE, ref: [owner, waybillNo].join(BETWEEN) };
  const { closedAfterDays } = parcelStatusEntries[status];
  if (closedAfterDays === undefined) system.unschedule(unit, timer);
  else
    system.schedule(unit, {
      ...timer,
      dueAt: instantOf(Date.parse(sinceAt ?? now) + closedAfterDays * DAY),
    });
};
