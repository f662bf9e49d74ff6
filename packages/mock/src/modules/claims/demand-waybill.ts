import { Refusal } from '../../engine/refusal.ts';
import { findOrder } from '../../orders/stored-order.ts';
import type { Happening } from '../../resources/hooks.ts';
import { findWaybill } from '../../waybills/stored-waybill.ts';

/**
 * At a courier a claim or complaint is about a parcel of its platform or of its merchant. Insurers and regulators carry
 * no parcels and cannot tell.
 */
export const demandWaybill = async ({ system, unit, owner, body }: Happening): Promise<void> => {
  if (system.options.role !== 'courier') return;
  const stored = await findWaybill(unit, body.waybillNo);
  if (stored === undefined) throw new Refusal('NOT_FOUND');
  if (stored.owner === owner) return;
  const order = await findOrder(unit, stored.owner, stored.waybill.orderNo);
  if (order?.order.shipper.party?.partyId !== owner) throw new Refusal('NOT_FOUND');
};
