import type { Soon } from '../store/soon.ts';
import type { Unit } from '../store/unit.ts';
import { findWaybill, type StoredWaybill } from '../waybills/stored-waybill.ts';
import { latestWaybillNo, type StoredOrder } from './stored-order.ts';

/** The waybill of a package under its latest attempt; nothing where it has none. */
export const boundWaybill = (
  unit: Unit,
  stored: StoredOrder,
  packageId: string,
): Soon<StoredWaybill | undefined> => {
  const waybillNo = latestWaybillNo(stored.order, packageId);
  return waybillNo === undefined ? undefined : findWaybill(unit, waybillNo);
};
