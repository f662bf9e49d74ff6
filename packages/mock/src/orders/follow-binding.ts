import type { Order, Waybill } from '@openwaybill/schemas';
import { observe } from '../engine/lifecycle.ts';
import { revised } from '../engine/revision.ts';
import type { System } from '../engine/system.ts';
import type { Unit } from '../store/unit.ts';
import { boundWaybill } from './bound-waybill.ts';
import { moveOrder } from './move-order.ts';
import { livePackages, putOrder, type StoredOrder } from './stored-order.ts';

/** Whether every live package has a waybill that counts. */
export const isEveryPackageBound = async (unit: Unit, stored: StoredOrder): Promise<boolean> => {
  for (const packageId of livePackages(stored)) {
    const bound = await boundWaybill(unit, stored, packageId);
    if (bound === undefined || bound.waybill.status === 'VOIDED') return false;
  }
  return true;
};

/** The order goes on by the table where its last live package has got a number. */
export const followBinding = async (
  system: System,
  unit: Unit,
  now: string,
  owner: string,
  stored: StoredOrder,
): Promise<StoredOrder> => {
  const to = observe(system.lifecycle('order'), stored.order.status, 'EVERY_LIVE_PACKAGE_BOUND');
  if (to === undefined || !(await isEveryPackageBound(unit, stored))) return stored;
  return moveOrder(system, unit, now, owner, stored, to, 'WAYBILL_BOUND');
};

/** An order lists as many numbers as it may have packages; beyond that only the latest of each package. */
const LONGEST_LIST = 100;

const listed = (waybills: Order['waybills']): Order['waybills'] =>
  waybills.length <= LONGEST_LIST
    ? waybills
    : [...new Map(waybills.map((one) => [one.packageId, one])).values()];

/** Enters a new waybill into its order: seen by readers, so a revision of its own or that of the move. */
export const boundOrder = async (
  system: System,
  unit: Unit,
  now: string,
  owner: string,
  stored: StoredOrder,
  { packageId, attempt, waybillNo }: Waybill,
): Promise<StoredOrder> => {
  const waybills = listed([...stored.order.waybills, { packageId, attempt, waybillNo }]);
  const entered: StoredOrder = { ...stored, order: { ...stored.order, waybills } };
  const moved = await followBinding(system, unit, now, owner, entered);
  if (moved !== entered) return moved;
  const seen = { ...entered, order: revised(stored.order, { waybills }, now) };
  putOrder(unit, owner, seen);
  return seen;
};
