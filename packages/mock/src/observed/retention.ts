import { AFTER_SALES } from '../consignees/standing.ts';
import { keptEntry } from '../consignees/vault.ts';
import { DAY, instantOf } from '../engine/clock.ts';
import type { System, TimerHandler } from '../engine/system.ts';
import { againAt, holdOn } from '../erasures/legal-hold.ts';
import { closedAt, KEPT_DAYS } from '../erasures/retention.ts';
import type { Unit } from '../store/unit.ts';
import { dropBoundWaybill, findBoundWaybill } from './bind-waybill.ts';
import { dropScans, foldObserved } from './observed-parcel.ts';

/** The timer at which nothing is kept any more of what a courier told of a parcel. */
export const OBSERVED_RETENTION = 'observed-retention';

const BETWEEN = ' ';

const closingOf = async (
  unit: Unit,
  owner: string,
  waybillNo: string,
): Promise<number | undefined> => {
  const { status, sinceAt } = await foldObserved(unit, owner, waybillNo);
  return sinceAt === undefined ? undefined : closedAt({ status, sinceAt });
};

/** Sets the clock for the day after which a closed parcel has no trail any more. */
export const watchTrail = async (
  system: System,
  unit: Unit,
  owner: string,
  waybillNo: string,
): Promise<void> => {
  const closed = await closingOf(unit, owner, waybillNo);
  if (closed === undefined) return;
  system.schedule(unit, {
    tenant: owner,
    kind: OBSERVED_RETENTION,
    ref: [owner, waybillNo].join(BETWEEN),
    dueAt: instantOf(closed + KEPT_DAYS.claim * DAY),
  });
};

/** Forgets the trail of a parcel; one that was closed later, or is still argued about, is looked at again. */
export const observedRetention: TimerHandler = async (system, unit, now, ref) => {
  const [owner = '', waybillNo = ''] = ref.split(BETWEEN);
  const closed = await closingOf(unit, owner, waybillNo);
  if (closed === undefined) return;
  const again = (dueAt: number): void =>
    system.schedule(unit, {
      tenant: owner,
      kind: OBSERVED_RETENTION,
      ref,
      dueAt: instantOf(dueAt),
    });
  const dueAt = closed + KEPT_DAYS.claim * DAY;
  if (dueAt > Date.parse(now)) return again(dueAt);
  const bound = await findBoundWaybill(unit, owner, waybillNo);
  const hold = bound && (await holdOn(unit, bound.orderNo));
  if (hold !== undefined) return again(Date.parse(againAt(hold, now)));
  // the person goes first: without its waybills nobody could tell any more that the order is over
  if (bound !== undefined && (await keptEntry(unit, bound.orderNo)) !== undefined)
    return again(Date.parse(now) + DAY);
  await dropScans(unit, owner, waybillNo);
  dropBoundWaybill(unit, owner, waybillNo);
  unit.delete(AFTER_SALES, waybillNo);
};
