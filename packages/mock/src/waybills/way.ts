import type { Order } from '@openwaybill/schemas';
import { findOrder } from '../orders/stored-order.ts';
import type { Unit } from '../store/unit.ts';
import { findWaybill } from './stored-waybill.ts';

/** From whom to whom a waybill goes and what is in it: as its order says, unless it has a way of its own. */
export const wayOf = async (
  unit: Unit,
  { owner, waybillNo, orderNo }: Record<'owner' | 'waybillNo' | 'orderNo', string>,
): Promise<Order | undefined> =>
  (await findWaybill(unit, waybillNo))?.way ?? (await findOrder(unit, owner, orderNo))?.order;
