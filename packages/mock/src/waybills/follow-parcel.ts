import { observe } from '../engine/lifecycle.ts';
import type { System } from '../engine/system.ts';
import { isAtEnd, isInHand } from '../parcels/fold-parcel.ts';
import type { StoredParcel } from '../parcels/stored-parcel.ts';
import type { Unit } from '../store/unit.ts';
import { moveWaybill } from './move-waybill.ts';
import { findWaybill } from './stored-waybill.ts';

/** What the state of a parcel says to its waybill, in the order in which the facts happen. */
const factsOf = (parcel: StoredParcel, now: string): readonly string[] => [
  ...(isInHand(parcel.status) ? ['FIRST_PHYSICAL_SCAN'] : []),
  isAtEnd(parcel, now) ? 'PARCEL_TERMINAL' : 'PARCEL_OPEN_AGAIN',
];

/** The waybill goes on by its table as its parcel does. */
export const followParcel = async (
  system: System,
  unit: Unit,
  now: string,
  parcel: StoredParcel,
): Promise<void> => {
  const lifecycle = system.lifecycle('waybill');
  let stored = await findWaybill(unit, parcel.waybillNo);
  if (stored === undefined) return;
  for (const fact of factsOf(parcel, now)) {
    const to = observe(lifecycle, stored.waybill.status, fact);
    if (to !== undefined) stored = await moveWaybill(system, unit, now, stored, to);
  }
};
