import { parcelStatusEntries } from '@openwaybill/schemas';
import { DAY, instantOf } from '../engine/clock.ts';
import type { System, TimerHandler } from '../engine/system.ts';
import { findOrder } from '../orders/stored-order.ts';
import type { StoredParcel } from '../parcels/stored-parcel.ts';
import type { Unit } from '../store/unit.ts';
import type { StoredWaybill } from '../waybills/stored-waybill.ts';
import { forget, parcelRowsAbout, resourcesAbout } from './forget.ts';
import { againAt, findHold } from './legal-hold.ts';

/**
 * Days for which each class is kept: plaintext, and what is masked or pseudonymous, after `CLOSED`. Three
 * years have one leap day at most.
 */
export const KEPT_DAYS = { day: 1, delivery: 30, claim: 180, record: 3 * 365 + 1 } as const;

/** The instant at which a class that is counted from another instant is over. */
export const keptUntil = (since: string, retention: keyof typeof KEPT_DAYS): string =>
  instantOf(Date.parse(since) + KEPT_DAYS[retention] * DAY);

/** The timer at which a courier no longer keeps an order. */
export const ORDER_RETENTION = 'order-retention';

/** When a parcel was closed, or will be, if nothing more happens to it; nothing while it is on its way. */
export const closedAt = ({
  status,
  sinceAt,
}: Pick<StoredParcel, 'status' | 'sinceAt'>): number | undefined => {
  const { stage, closedAfterDays } = parcelStatusEntries[status];
  if (closedAfterDays !== undefined) return Date.parse(sinceAt) + closedAfterDays * DAY;
  return stage === 'CLOSED' ? Date.parse(sinceAt) : undefined;
};

/** When the last of an order was closed: its parcels, or without any the order itself. */
const orderClosedAt = async (
  system: System,
  unit: Unit,
  owner: string,
  orderNo: string,
): Promise<number | undefined> => {
  const parcels = await unit.list({ collection: 'parcel', parent: `${owner}/${orderNo}` });
  if (parcels.length === 0) {
    const stored = await findOrder(unit, owner, orderNo);
    if (stored === undefined) return undefined;
    const { status, updatedAt } = stored.order;
    return system.lifecycle('order').states[status]?.terminal ? Date.parse(updatedAt) : undefined;
  }
  const all = parcels.map((row) => closedAt(row.body as StoredParcel));
  return all.includes(undefined) ? undefined : Math.max(...all.map(Number));
};

const BETWEEN = ' ';

/** Sets the clock for the day on which an order is forgotten; what happens to it meanwhile is seen on that day. */
export const watchRetention = (
  system: System,
  unit: Unit,
  now: string,
  owner: string,
  orderNo: string,
): void =>
  system.schedule(unit, {
    tenant: owner,
    kind: ORDER_RETENTION,
    ref: [owner, orderNo].join(BETWEEN),
    dueAt: instantOf(Date.parse(now) + KEPT_DAYS.claim * DAY),
  });

/** Forgets an order whose time is over; one that was closed later is looked at again. */
export const orderRetention: TimerHandler = async (system, unit, now, ref) => {
  const [owner = '', orderNo = ''] = ref.split(BETWEEN);
  const closed = await orderClosedAt(system, unit, owner, orderNo);
  if (closed === undefined) return;
  const dueAt = closed + KEPT_DAYS.claim * DAY;
  if (dueAt > Date.parse(now)) {
    system.schedule(unit, { tenant: owner, kind: ORDER_RETENTION, ref, dueAt: instantOf(dueAt) });
    return;
  }
  const hold = await findHold(unit, owner, orderNo);
  if (hold !== undefined) {
    const timer = { tenant: owner, kind: ORDER_RETENTION, ref };
    system.schedule(unit, { ...timer, dueAt: againAt(hold, now) });
    return;
  }
  const rows = await parcelRowsAbout(unit, owner, [orderNo]);
  const numbers = rows.flatMap((row) =>
    row.collection === 'waybill' ? [(row.body as StoredWaybill).waybill.waybillNo] : [],
  );
  const others = (await resourcesAbout(system, unit, owner, [orderNo, ...numbers])).filter(
    ({ collection }) => system.collections.get(collection)?.isOfParcel === true,
  );
  await forget(system, unit, now, owner, [...rows, ...others], [orderNo, ...numbers]);
};
