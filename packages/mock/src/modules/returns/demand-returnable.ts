import { excessLines } from '@openwaybill/reference/returns';
import type { Return, ReturnAuthorisation } from '@openwaybill/schemas';
import { Refusal, ruleViolated } from '../../engine/refusal.ts';
import { orderOf } from '../../orders/stored-order.ts';
import { findParcel } from '../../parcels/stored-parcel.ts';
import { collectionNamed, listResources } from '../../resources/change.ts';
import type { Happening } from '../../resources/hooks.ts';
import { waybillOf } from '../../waybills/stored-waybill.ts';
import { courierWorld } from '../../world/courier-world.ts';
import { destinationOf, originOf } from '../../world/facility.ts';
import { returnWay } from './return-waybill.ts';

/** Refuses a return of what was not delivered to this consumer, or is on its way back already (RTN-002, RTN-003). */
export const demandReturnable = async ({ system, unit, owner, body }: Happening): Promise<void> => {
  const asked = body as ReturnAuthorisation;
  const world = courierWorld(system.options);
  if (asked.carrierCode !== world.carrierCode) throw new Refusal('NOT_FOUND');
  const { waybill } = await waybillOf(unit, owner, asked.originalWaybillNo);
  const { order } = await orderOf(unit, owner, waybill.orderNo);
  if (asked.consignorRef === order.consignee.consigneeRef)
    throw ruleViolated('/consignorRef', 'RTN-002');

  const parcel = await findParcel(unit, asked.originalWaybillNo);
  if (parcel?.status !== 'DELIVERED') throw ruleViolated('/originalWaybillNo', 'RTN-003');
  const returns = (await listResources(unit, collectionNamed(system, 'returns'), owner))
    .map((one) => one as Return)
    .filter((one) => one.originalWaybillNo === asked.originalWaybillNo);
  const delivered = order.packages.find((one) => one.packageId === waybill.packageId)?.items ?? [];
  const [excess] = excessLines(delivered, returns, asked.items);
  if (excess !== undefined) throw ruleViolated(`/items/${excess}/quantity`, 'RTN-003');

  const way = returnWay(order, asked);
  const isUnserved = [originOf(way), destinationOf(way)].some(({ regionCode }) =>
    world.unservedRegions.some((prefix) => regionCode?.startsWith(prefix)),
  );
  if (isUnserved)
    throw new Refusal('UNSERVICEABLE', {
      issues: [{ pointer: '/addressMasked', rule: 'unserviceable', params: {} }],
    });
};
