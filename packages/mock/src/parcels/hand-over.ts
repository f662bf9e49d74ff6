import type { Parcel } from '@openwaybill/schemas';
import type { System } from '../engine/system.ts';
import type { Unit } from '../store/unit.ts';
import { nextCount } from '../world/counter.ts';
import { courierWorld } from '../world/courier-world.ts';
import { findParcel, putParcel, type StoredParcel } from './stored-parcel.ts';

export type RelatedWaybill = NonNullable<Parcel['relatedWaybills']>[number];

/** A courier of no code carries on what is handed over; its numbers are invented. */
const PARTNER = 'OTHER';
const COLLECTION = 'handover';

/** Whether a code is the one under which this courier's own parcels go. */
export const isOwnCarrier = (system: System, carrierCode: string | undefined): boolean =>
  carrierCode === courierWorld(system.options).carrierCode;

/** Gives a parcel to another courier: it has two numbers from then on, and everybody concerned is told. */
export const handOver = async (
  system: System,
  unit: Unit,
  now: string,
  parcel: StoredParcel,
): Promise<void> => {
  if (parcel.related !== undefined) return;
  const count = String(await nextCount(unit, 'handover')).padStart(10, '0');
  const to: RelatedWaybill = { carrierCode: PARTNER, waybillNo: `LM${count}`, relation: 'FORWARD' };
  putParcel(unit, { ...parcel, related: [to], revision: parcel.revision + 1 }, now);
  unit.put({
    collection: COLLECTION,
    id: `${to.carrierCode}/${to.waybillNo}`,
    owner: parcel.owner,
    parent: parcel.waybillNo,
    createdAt: now,
    updatedAt: now,
    body: { waybillNo: parcel.waybillNo },
  });
  await system.emit(unit, now, {
    type: 'org.openwaybill.waybill.handover.recorded',
    to: parcel.owner,
    data: {
      fromCarrierCode: parcel.carrierCode,
      fromWaybillNo: parcel.waybillNo,
      toCarrierCode: to.carrierCode,
      toWaybillNo: to.waybillNo,
      relation: to.relation,
      occurredAt: now,
    },
  });
};

/** The parcel under one of its numbers: this courier's own, or that under which it was handed over. */
export const parcelUnder = async (
  system: System,
  unit: Unit,
  carrierCode: string | undefined,
  waybillNo: string,
): Promise<StoredParcel | undefined> => {
  if (isOwnCarrier(system, carrierCode)) return findParcel(unit, waybillNo);
  const handover = await unit.get<{ readonly waybillNo: string }>(
    COLLECTION,
    `${carrierCode}/${waybillNo}`,
  );
  const parcel = handover && (await findParcel(unit, handover.waybillNo));
  const [given] = parcel?.related ?? [];
  if (parcel === undefined || given === undefined) return undefined;
  const { carrierCode: ownCode, waybillNo: ownNo } = parcel;
  return {
    ...parcel,
    carrierCode: given.carrierCode,
    waybillNo: given.waybillNo,
    related: [{ carrierCode: ownCode, waybillNo: ownNo, relation: given.relation }],
  };
};
