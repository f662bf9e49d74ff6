import { takenName } from '../erasures/forget.ts';
import type { Unit } from '../store/unit.ts';
import { findNumber } from './reserve.ts';
import { findWaybill, type StoredWaybill } from './stored-waybill.ts';

const REST_MONTHS = 12;

const restsUntil = (endedAt: string): number => {
  const end = new Date(endedAt);
  return end.setUTCMonth(end.getUTCMonth() + REST_MONTHS);
};

const isRested = (endedAt: string | undefined, now: string): boolean =>
  endedAt !== undefined && restsUntil(endedAt) <= Date.parse(now);

/** Whether a number may be bound: never used, or at rest for 12 months since its end; and who had it then. */
export const freeNumber = async (
  unit: Unit,
  waybillNo: string,
  now: string,
): Promise<{ readonly isFree: boolean; readonly past?: StoredWaybill }> => {
  const reserved = await findNumber(unit, waybillNo);
  if (reserved !== undefined && !isRested(reserved.endedAt, now)) return { isFree: false };
  const past = await findWaybill(unit, waybillNo);
  if (past === undefined) {
    const taken = await takenName(unit, 'waybill', waybillNo);
    return { isFree: taken === undefined || isRested(taken.endedAt, now) };
  }
  return { isFree: isRested(past.endedAt, now), past };
};
