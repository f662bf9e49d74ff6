import { observe } from '../engine/lifecycle.ts';
import type { System } from '../engine/system.ts';
import type { Unit } from '../store/unit.ts';
import { boundWaybill } from './bound-waybill.ts';
import { moveOrder } from './move-order.ts';
import { livePackages, orderOf, type StoredOrder } from './stored-order.ts';

/** Whether no package of an order has a number that counts. */
const areAllVoided = async (unit: Unit, stored: StoredOrder): Promise<boolean> => {
  for (const packageId of livePackages(stored)) {
    const bound = await boundWaybill(unit, stored, packageId);
    if (bound !== undefined && bound.waybill.status !== 'VOIDED') return false;
  }
  return true;
};

/** An order whose cancellation was asked for is cancelled with its last waybill. */
export const followVoiding = async (
  system: System,
  unit: Unit,
  now: string,
  owner: string,
  orderNo: string,
): Promise<StoredOrder> => {
  const stored = await orderOf(unit, owner, orderNo);
  const to = observe(system.lifecycle('order'), stored.order.status, 'ALL_WAYBILLS_VOIDED');
  if (to === undefined || !(await areAllVoided(unit, stored))) return stored;
  const cancelled = stored.order.packages.map(({ packageId }) => packageId);
  return moveOrder(system, unit, now, owner, { ...stored, cancelled }, to, 'CANCELLATION');
};
