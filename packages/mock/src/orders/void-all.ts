import { instantOf, millisecondsOf } from '../engine/clock.ts';
import type { System } from '../engine/system.ts';
import type { Unit } from '../store/unit.ts';
import { cancel } from '../waybills/void.ts';
import { boundWaybill } from './bound-waybill.ts';
import { followVoiding } from './follow-voiding.ts';
import { orderOf, type StoredOrder } from './stored-order.ts';

/** The kind of the timer at which the numbers of an order are voided. */
export const VOIDING_TIMER = 'order-voiding';

/** A courier that is on its way to the pickup has to be called back first. */
const CALL_BACK = 'PT10M';

/** Voids the numbers of these packages that are not in use. */
export const voidPackages = async (
  system: System,
  unit: Unit,
  now: string,
  stored: StoredOrder,
  packageIds: readonly string[],
): Promise<void> => {
  for (const packageId of packageIds) {
    const bound = await boundWaybill(unit, stored, packageId);
    if (bound !== undefined && ['BOUND', 'LABELLED'].includes(bound.waybill.status))
      await cancel(system, unit, now, bound);
  }
};

/** Voids every number of an order that waits for it; then the order is cancelled. */
export const voidAll = async (
  system: System,
  unit: Unit,
  now: string,
  owner: string,
  orderNo: string,
): Promise<StoredOrder> => {
  const stored = await orderOf(unit, owner, orderNo);
  if (stored.order.status !== 'CANCEL_REQUESTED') return stored;
  const packageIds = stored.order.packages.map(({ packageId }) => packageId);
  await voidPackages(system, unit, now, stored, packageIds);
  return followVoiding(system, unit, now, owner, orderNo);
};

/** Has them voided once the courier is called back. */
export const voidLater = (
  system: System,
  unit: Unit,
  now: string,
  owner: string,
  orderNo: string,
): void =>
  system.schedule(unit, {
    tenant: owner,
    kind: VOIDING_TIMER,
    ref: `${owner}/${orderNo}`,
    dueAt: instantOf(Date.parse(now) + millisecondsOf(CALL_BACK)),
  });
