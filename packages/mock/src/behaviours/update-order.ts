import type { OrderUpdate } from '@openwaybill/schemas';
import { type Behaviour, callerOf } from '../engine/call.ts';
import { command } from '../engine/lifecycle.ts';
import { ruleViolated } from '../engine/refusal.ts';
import { demandRevision, revised } from '../engine/revision.ts';
import { followBinding } from '../orders/follow-binding.ts';
import {
  latestWaybillNo,
  livePackages,
  orderOf,
  putOrder,
  type StoredOrder,
} from '../orders/stored-order.ts';
import { isInHand } from '../parcels/fold-parcel.ts';
import { findParcel } from '../parcels/stored-parcel.ts';
import type { Unit } from '../store/unit.ts';

const isAnyInHand = async (unit: Unit, { order }: StoredOrder): Promise<boolean> => {
  for (const { waybillNo } of order.waybills) {
    const parcel = await findParcel(unit, waybillNo);
    if (parcel !== undefined && isInHand(parcel.status)) return true;
  }
  return false;
};

/** Of an order, cancelled ones among them. */
const MOST_PACKAGES = 100;

/** A package with a number stays, and so does one that was cancelled. */
const packagesAfter = (stored: StoredOrder, wanted: OrderUpdate['packages']) => {
  if (wanted === undefined) return stored.order.packages;
  const kept = new Set(wanted.map(({ packageId }) => packageId));
  const lost = livePackages(stored).find(
    (packageId) => !kept.has(packageId) && latestWaybillNo(stored.order, packageId) !== undefined,
  );
  if (lost !== undefined) throw ruleViolated('/packages', 'ORD-006');
  const cancelled = stored.order.packages.filter(
    ({ packageId }) => stored.cancelled.includes(packageId) && !kept.has(packageId),
  );
  const packages = [...wanted, ...cancelled];
  if (packages.length > MOST_PACKAGES) throw ruleViolated('/packages', 'ORD-006');
  return packages;
};

export const updateOrder: Behaviour = async (call) => {
  const { system, unit, now } = call;
  const owner = callerOf(call).partyId;
  const stored = await orderOf(unit, owner, call.path.orderNo ?? '');
  demandRevision(stored.order, call.ifMatch);
  const { clear = [], remark, ...change } = call.body as OrderUpdate;
  command(system.lifecycle('order'), stored.order.status, 'update-order', {
    CONSIGNEE_BEFORE_PICKUP: change.consignee === undefined || !(await isAnyInHand(unit, stored)),
  });
  const packages = packagesAfter(stored, change.packages);
  const order = { ...revised(stored.order, { ...change, packages }, now) };
  const { remark: oldRemark, ...rest } = stored;
  for (const name of clear) if (name !== 'remark') delete order[name];
  const newRemark = clear.includes('remark') ? undefined : (remark ?? oldRemark);
  const updated: StoredOrder = {
    ...rest,
    order,
    ...(newRemark === undefined ? {} : { remark: newRemark }),
  };
  putOrder(unit, owner, updated);
  return { status: 200, body: (await followBinding(system, unit, now, owner, updated)).order };
};
