import type { Guards } from '../engine/lifecycle.ts';
import { observe } from '../engine/lifecycle.ts';
import type { System } from '../engine/system.ts';
import { isAtEnd, isInHand } from '../parcels/fold-parcel.ts';
import { findParcel, type StoredParcel } from '../parcels/stored-parcel.ts';
import type { Unit } from '../store/unit.ts';
import { isEveryPackageBound } from './follow-binding.ts';
import { moveOrder, type OrderCause } from './move-order.ts';
import { findOrder, latestWaybillNo, livePackages, type StoredOrder } from './stored-order.ts';

type Fact = { readonly on: string; readonly cause: OrderCause };

const PICKUP_FACTS: Readonly<Record<string, Fact>> = {
  PICKUP_ASSIGNED: { on: 'PICKUP_ASSIGNED', cause: 'PICKUP_SLOT' },
  PICKUP_FAILED: { on: 'PICKUP_FAILED', cause: 'PICKUP_FAILED' },
};

/** The guards that speak of all parcels of an order; cancelled ones are not counted. */
const guardsOf = async (unit: Unit, stored: StoredOrder, owner: string, now: string) => {
  const parcels: StoredParcel[] = [];
  let isOpen = false;
  for (const packageId of livePackages(stored)) {
    const waybillNo = latestWaybillNo(stored.order, packageId);
    const parcel = waybillNo === undefined ? undefined : await findParcel(unit, waybillNo);
    if (parcel === undefined || parcel.owner !== owner) isOpen = true;
    else parcels.push(parcel);
  }
  const counted = parcels.filter(({ status }) => status !== 'CANCELLED');
  const allTerminal = !isOpen && counted.every((parcel) => isAtEnd(parcel, now));
  const deliveredCount = counted.filter(({ status }) => status === 'DELIVERED').length;
  const guards: Guards = {
    ALL_DELIVERED: allTerminal && deliveredCount > 0 && deliveredCount === counted.length,
    SOME_DELIVERED: allTerminal && deliveredCount > 0 && deliveredCount < counted.length,
    NONE_DELIVERED: allTerminal && deliveredCount === 0,
    PARCEL_OPEN_AGAIN: !allTerminal,
  };
  return guards;
};

/**
 * The order goes on by its table as one of its parcels does. `eventCode` is that of the observation, where it was no
 * anomaly; nothing where time alone has changed the parcel.
 */
export const followParcel = async (
  system: System,
  unit: Unit,
  now: string,
  parcel: StoredParcel,
  eventCode: string | undefined,
): Promise<void> => {
  const found = await findOrder(unit, parcel.owner, parcel.orderNo);
  if (found === undefined) return;
  const lifecycle = system.lifecycle('order');
  const PACKAGE_WITHOUT_WAYBILL = !(await isEveryPackageBound(unit, found));
  const pickup = PICKUP_FACTS[eventCode ?? ''];
  const facts: readonly Fact[] = [
    ...(pickup === undefined ? [] : [pickup]),
    ...(isInHand(parcel.status)
      ? [{ on: 'FIRST_PHYSICAL_SCAN', cause: 'PARCEL_SCAN' } as const]
      : []),
    { on: 'PARCELS_TERMINAL', cause: 'PARCELS_TERMINAL' },
    { on: 'PARCEL_CORRECTED', cause: 'PARCELS_TERMINAL' },
  ];
  const guards = { ...(await guardsOf(unit, found, parcel.owner, now)), PACKAGE_WITHOUT_WAYBILL };
  let stored = found;
  for (const { on, cause } of facts) {
    const to = observe(lifecycle, stored.order.status, on, guards);
    if (to !== undefined)
      stored = await moveOrder(system, unit, now, parcel.owner, stored, to, cause);
  }
};
