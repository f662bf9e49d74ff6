import type { Order } from '@openwaybill/schemas';
import { findOrder } from '../orders/stored-order.ts';
import { after, type Soon } from '../store/soon.ts';
import type { Unit } from '../store/unit.ts';
import { findWaybill } from './stored-waybill.ts';

/** From whom to whom a waybill goes and what is in it: as its order says, unless it has a way of its own. */
export const wayOf = (
  unit: Unit,
  { owner, waybillNo, orderNo }: Record<'owner' | 'waybillNo' | 'orderNo', string>,
): Soon<Order | undefined> =>
  after(
    findWaybill(unit, waybillNo),
    (bound) => bound?.way ?? after(findOrder(unit, owner, orderNo), (stored) => stored?.order),
  );
