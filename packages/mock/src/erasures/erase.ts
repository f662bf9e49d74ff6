import { mintConsigneeRef } from '@openwaybill/privacy';
import type { ErasureReceipt, ErasureRequest } from '@openwaybill/schemas';
import { instantOf } from '../engine/clock.ts';
import type { System } from '../engine/system.ts';
import { putOrder, type StoredOrder } from '../orders/stored-order.ts';
import { isAtEnd } from '../parcels/fold-parcel.ts';
import type { StoredParcel } from '../parcels/stored-parcel.ts';
import { recordRow } from '../store/resource.ts';
import type { Unit } from '../store/unit.ts';

export type StoredErasure = { readonly request: ErasureRequest; readonly receipt: ErasureReceipt };

/** The timer that looks again whether the last parcel has arrived. */
export const ERASURE = 'erasure';
const COLLECTION = 'erasure';
const DAY = 86_400_000;

export const putErasure = (unit: Unit, owner: string, now: string, erasure: StoredErasure): void =>
  unit.put(recordRow(COLLECTION, erasure.receipt.erasureId, owner, now, erasure));

const isInFlight = async (unit: Unit, owner: string, orderNo: string, now: string) =>
  (await unit.list({ collection: 'parcel', parent: `${owner}/${orderNo}` })).some(
    (row) => !isAtEnd(row.body as StoredParcel, now),
  );

/**
 * Takes what is known of a person out of its orders, once none of them is on its way: what is left names nobody, and
 * its reference is a new one that nobody has. At the deadline nothing is waited for any more.
 */
export const erase = async (
  system: System,
  unit: Unit,
  now: string,
  owner: string,
  { request, receipt }: StoredErasure,
): Promise<ErasureReceipt> => {
  const orders = (await unit.list({ collection: 'order', owner }))
    .map((row) => row.body as StoredOrder)
    .filter(({ order }) => request.consigneeRefs.includes(order.consignee.consigneeRef));
  const isDue = Date.parse(now) >= Date.parse(request.deadlineAt);
  for (const { order } of orders) {
    if (isDue || !(await isInFlight(unit, owner, order.orderNo, now))) continue;
    const dueAt = instantOf(Math.min(Date.parse(now) + DAY, Date.parse(request.deadlineAt)));
    system.schedule(unit, { tenant: owner, kind: ERASURE, ref: receipt.erasureId, dueAt });
    putErasure(unit, owner, now, { request, receipt });
    return receipt;
  }
  for (const stored of orders) {
    const { remark: _, ...rest } = stored;
    putOrder(unit, owner, {
      ...rest,
      submitted: '',
      order: {
        ...stored.order,
        consignee: {
          consigneeRef: mintConsigneeRef(system.random),
          contactMasked: { nameMasked: '***', phoneMasked: '***' },
          addressMasked: { tail: '****' },
        },
        revision: stored.order.revision + 1,
        updatedAt: now,
      },
    });
  }
  const done: ErasureReceipt = { ...receipt, state: 'COMPLETED', erasedAt: now };
  putErasure(unit, owner, now, { request, receipt: done });
  await system.emit(unit, now, {
    type: 'org.openwaybill.consignee.erasure.completed',
    to: owner,
    data: done,
  });
  return done;
};
