import { mintConsigneeRef } from '@openwaybill/privacy';
import type { OrderSubmission, Return, ReturnAuthorisation } from '@openwaybill/schemas';
import { base64url } from '@openwaybill/validate';
import { findVaultEntry, maskedConsignee, type Reference } from '../consignees/vault.ts';
import { DAY, instantOf } from '../engine/clock.ts';
import { findBoundWaybill } from '../observed/bind-waybill.ts';
import { changeResource, collectionNamed } from '../resources/change.ts';
import { recordRow } from '../store/resource.ts';
import { type Action, ActionFailed, bodyOf, needed } from './action.ts';
import { callWithRetries } from './call-with-retries.ts';

/** What the mock shop sells a unit for. */
const UNIT_PRICE = { currency: 'CNY', minor: 6400 };

/** A consumer sends one unit of every line of a delivered parcel back, under a reference that is new (RTN-002). */
export const authoriseReturn: Action = async ({ system, tenant, to, input }) => {
  const asked = await system.transact(tenant, async (unit, now) => {
    const bound = await findBoundWaybill(unit, tenant, needed(input.waybillNo));
    const order =
      bound && (await unit.get<OrderSubmission>('own-order', `${tenant}/${bound.orderNo}`));
    const entry = bound && (await findVaultEntry(unit, bound.orderNo));
    const plan = order?.packages.find((one) => one.packageId === bound?.packageId);
    if (bound === undefined || order === undefined || entry === undefined || plan === undefined)
      throw new ActionFailed('NOT_FOUND');
    const consignorRef = mintConsigneeRef(system.random);
    const reference: Reference = {
      consigneeRef: consignorRef,
      orderNo: bound.orderNo,
      partyId: tenant,
      about: 'consignor',
    };
    unit.put(recordRow('reference', consignorRef, tenant, now, reference, bound.orderNo));
    const { contactMasked, addressMasked } = maskedConsignee(entry, consignorRef);
    const at = Date.parse(now);
    const body: ReturnAuthorisation = {
      rmaNo: `RMA-${base64url(system.random(9))}`,
      originalWaybillNo: bound.waybillNo,
      carrierCode: bound.carrierCode as ReturnAuthorisation['carrierCode'],
      reason: 'NO_REASON',
      items: plan.items.map((item) => ({
        ...item,
        quantity: { ...item.quantity, value: 1 },
        unitPrice: item.unitPrice ?? UNIT_PRICE,
      })),
      payer: 'THIRD_PARTY',
      pickupWindow: { fromAt: instantOf(at + DAY), toAt: instantOf(at + DAY + DAY / 6) },
      isBoxless: false,
      consignorRef,
      contactMasked,
      addressMasked,
      destination: order.shipper,
    };
    return body;
  });
  const answer = bodyOf(
    await callWithRetries(system, to, { method: 'POST', path: '/v1/returns', body: asked }),
  ) as Return;
  await system.transact(tenant, async (unit, now) =>
    changeResource(
      { system, unit, now, owner: tenant, on: 'authorise-return', path: {}, body: asked },
      collectionNamed(system, 'returns'),
      answer,
      undefined,
    ),
  );
  const { returnWaybillNo } = answer;
  return {
    resourceId: answer.rmaNo,
    ...(returnWaybillNo === undefined ? {} : { waybillNo: returnWaybillNo }),
  };
};
