import type { Intercept } from '@openwaybill/schemas';
import { observe } from '../engine/lifecycle.ts';
import { revised } from '../engine/revision.ts';
import type { System } from '../engine/system.ts';
import { findOrder, putOrder } from '../orders/stored-order.ts';
import { isAtEnd } from '../parcels/fold-parcel.ts';
import { sendOn } from '../parcels/journey.ts';
import { findParcel } from '../parcels/stored-parcel.ts';
import type { Unit } from '../store/unit.ts';
import { findWaybill } from '../waybills/stored-waybill.ts';
import type { Step } from '../world/scenario.ts';
import { putIntercept, type StoredIntercept } from './stored-intercept.ts';

/** The kind of the timer at which an accepted intercept is carried out. */
export const INTERCEPT_TIMER = 'intercept';

const BACK: readonly Step[] = [
  { after: 'PT1H', code: 'RETURN_STARTED' },
  { after: 'PT48H', code: 'RETURN_DELIVERED', with: { leg: 'RETURN' } },
];
const ELSEWHERE: readonly Step[] = [
  { after: 'PT2H', code: 'DEPARTED_HUB' },
  { after: 'PT46H', code: 'ARRIVED_DELIVERY_BRANCH' },
  { after: 'PT47H', code: 'OUT_FOR_DELIVERY' },
  { after: 'PT52H', code: 'DELIVERED' },
];
/** What an intercepted parcel does then. */
const WAYS: Readonly<Record<string, readonly Step[]>> = {
  RETURN_TO_ORIGIN_POINT: BACK,
  RETURN_TO_SENDER: BACK,
  CHANGE_ADDRESS: ELSEWHERE,
  HOLD: [],
};

/** Whether a child of a mother parcel is at its end already, so that only a part of the whole comes back. */
const isChildGone = async (unit: Unit, waybillNo: string, now: string): Promise<boolean> => {
  const mother = await findWaybill(unit, waybillNo);
  for (const child of mother?.waybill.childWaybillNos ?? []) {
    const parcel = await findParcel(unit, child);
    if (parcel !== undefined && isAtEnd(parcel, now)) return true;
  }
  return false;
};

const redirect = async (
  unit: Unit,
  now: string,
  { owner, intercept, newConsigneeRef }: StoredIntercept,
): Promise<void> => {
  const waybill = (await findWaybill(unit, intercept.waybillNo))?.waybill;
  const stored = waybill && (await findOrder(unit, owner, waybill.orderNo));
  if (stored === undefined || newConsigneeRef === undefined) return;
  const consignee = { ...stored.order.consignee, consigneeRef: newConsigneeRef };
  putOrder(unit, owner, { ...stored, order: revised(stored.order, { consignee }, now) });
};

/** Resolves an open intercept by a fact: one revision more, one event, and another way for the parcel. */
export const resolve = async (
  system: System,
  unit: Unit,
  now: string,
  stored: StoredIntercept,
  on: 'INTERCEPT_SUCCEEDED' | 'INTERCEPT_FAILED' | 'COURIER_REFUSES',
): Promise<StoredIntercept> => {
  const { intercept, owner } = stored;
  const { waybillNo, interceptId } = intercept;
  const fact =
    on === 'INTERCEPT_SUCCEEDED' && (await isChildGone(unit, waybillNo, now))
      ? 'INTERCEPT_PARTLY_SUCCEEDED'
      : on;
  const to = observe(system.lifecycle('intercept'), intercept.state, fact);
  if (to === undefined) return stored;
  const failReason = to === 'FAILED' ? { failReason: 'OTHER' as const } : {};
  const state = to as Intercept['state'];
  const resolved = { ...stored, intercept: revised(intercept, { state, ...failReason }, now) };
  putIntercept(unit, resolved);
  system.unschedule(unit, { tenant: owner, kind: INTERCEPT_TIMER, ref: interceptId });
  await system.emit(unit, now, {
    type: 'org.openwaybill.waybill.intercept.resolved',
    to: owner,
    data: { interceptId, waybillNo, outcome: to, occurredAt: now, ...failReason },
  });
  if (to !== 'FAILED') {
    await redirect(unit, now, resolved);
    const steps = WAYS[intercept.interceptType] ?? [];
    sendOn(system, unit, now, owner, waybillNo, steps);
  }
  return resolved;
};
