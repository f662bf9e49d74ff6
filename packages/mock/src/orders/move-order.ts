import type { Order } from '@openwaybill/schemas';
import { revised } from '../engine/revision.ts';
import type { System } from '../engine/system.ts';
import { watchRetention } from '../erasures/retention.ts';
import type { Soon } from '../store/soon.ts';
import type { Unit } from '../store/unit.ts';
import { putOrder, type StoredOrder } from './stored-order.ts';

export type OrderCause =
  | 'DECISION'
  | 'CANCELLATION'
  | 'WAYBILL_BOUND'
  | 'PICKUP_SLOT'
  | 'PICKUP_FAILED'
  | 'PARCEL_SCAN'
  | 'PARCELS_TERMINAL'
  | 'OTHER';

/** Tells the platform of one step of its order. */
export const tellOfOrder = (
  system: System,
  unit: Unit,
  now: string,
  owner: string,
  order: Order,
  fromStatus: string | undefined,
  cause: OrderCause | undefined,
): Soon<void> =>
  system.emit(unit, now, {
    type: 'org.openwaybill.order.status.changed',
    to: owner,
    data: {
      orderNo: order.orderNo,
      ...(fromStatus === undefined ? {} : { fromStatus }),
      toStatus: order.status,
      revision: order.revision,
      occurredAt: now,
      ...(cause === undefined ? {} : { cause }),
    },
  });

/** Every change of status is one revision more and exactly one event; the same status again is neither. */
export const moveOrder = async (
  system: System,
  unit: Unit,
  now: string,
  owner: string,
  stored: StoredOrder,
  to: string | undefined,
  cause: OrderCause,
  change: Partial<Order> = {},
): Promise<StoredOrder> => {
  if (to === undefined || to === stored.order.status) return stored;
  const status = to as Order['status'];
  const moved = { ...stored, order: revised(stored.order, { ...change, status }, now) };
  putOrder(unit, owner, moved);
  if (system.lifecycle('order').states[status]?.terminal)
    watchRetention(system, unit, now, owner, moved.order.orderNo);
  await tellOfOrder(system, unit, now, owner, moved.order, stored.order.status, cause);
  return moved;
};
