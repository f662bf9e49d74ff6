import { observe } from '../engine/lifecycle.ts';
import type { System } from '../engine/system.ts';
import type { RelatedWaybill } from '../parcels/hand-over.ts';
import { openParcel } from '../parcels/open-parcel.ts';
import type { Unit } from '../store/unit.ts';
import { countInto } from './account.ts';
import { mintLabelToken } from './label/label-token.ts';
import { moveWaybill, tellOfWaybill } from './move-waybill.ts';
import { putWaybill, type StoredWaybill } from './stored-waybill.ts';

/** A bound number goes out: it is counted, told of, labelled, and has a parcel from now on. */
export const issue = async (
  system: System,
  unit: Unit,
  now: string,
  bound: Omit<StoredWaybill, 'labelToken'>,
  related?: RelatedWaybill,
): Promise<StoredWaybill> => {
  const made: StoredWaybill = { ...bound, labelToken: mintLabelToken(system.random) };
  putWaybill(unit, made);
  await countInto(unit, made.owner, made, { usedCount: 1 });
  await tellOfWaybill(system, unit, now, made, undefined);
  const to = observe(system.lifecycle('waybill'), made.waybill.status, 'LABEL_RETURNED');
  const labelled = await moveWaybill(system, unit, now, made, to);
  await openParcel(system, unit, now, made.owner, labelled.waybill, related);
  return labelled;
};
