import type { Order } from '@openwaybill/schemas';
import { Refusal } from '../engine/refusal.ts';
import type { Soon } from '../store/soon.ts';
import type { Unit } from '../store/unit.ts';

/** An order as it is kept: what reads show, and what they never do. */
export type StoredOrder = {
  readonly order: Order;
  /** The first submission, with which a repeat is compared. */
  readonly submitted: unknown;
  readonly remark?: string;
  /** Packages that were cancelled; they stay in the order and are no longer live. */
  readonly cancelled: readonly string[];
};

const COLLECTION = 'order';

export const putOrder = (unit: Unit, owner: string, stored: StoredOrder): void =>
  unit.put({
    collection: COLLECTION,
    id: `${owner}/${stored.order.orderNo}`,
    owner,
    parent: '',
    createdAt: stored.order.createdAt,
    updatedAt: stored.order.updatedAt,
    body: stored,
  });

export const findOrder = (
  unit: Unit,
  owner: string,
  orderNo: string,
): Soon<StoredOrder | undefined> => unit.get<StoredOrder>(COLLECTION, `${owner}/${orderNo}`);

/** The order of that platform; another platform's is one that does not exist. */
export const orderOf = async (unit: Unit, owner: string, orderNo: string): Promise<StoredOrder> => {
  const stored = await findOrder(unit, owner, orderNo);
  if (stored === undefined) throw new Refusal('NOT_FOUND');
  return stored;
};

/** Ids of the packages that were not cancelled. */
export const livePackages = (stored: StoredOrder): readonly string[] =>
  stored.order.packages
    .map(({ packageId }) => packageId)
    .filter((packageId) => !stored.cancelled.includes(packageId));

/** The number of the latest attempt at a package, where there is one. */
export const latestWaybillNo = (order: Order, packageId: string): string | undefined =>
  order.waybills.reduce<Order['waybills'][number] | undefined>(
    (last, one) =>
      one.packageId === packageId && (last === undefined || one.attempt > last.attempt)
        ? one
        : last,
    undefined,
  )?.waybillNo;
