import type { Waybill } from '@openwaybill/schemas';
import { DAY, instantOf } from '../engine/clock.ts';
import type { System } from '../engine/system.ts';
import type { Unit } from '../store/unit.ts';
import type { RelatedWaybill } from './hand-over.ts';
import { startJourney } from './journey.ts';
import { parcelsOfOrder, putParcel } from './stored-parcel.ts';

/** A bound waybill has a parcel from that moment on, without any observation yet. */
export const openParcel = async (
  system: System,
  unit: Unit,
  now: string,
  owner: string,
  waybill: Waybill,
  related?: RelatedWaybill,
): Promise<void> => {
  const { carrierCode, waybillNo, orderNo, packageId } = waybill;
  const at = Date.parse(now);
  const place = (await parcelsOfOrder(unit, owner, orderNo)).length;
  putParcel(
    unit,
    {
      carrierCode,
      waybillNo,
      orderNo,
      packageId,
      owner,
      boundAt: now,
      events: [],
      status: 'CREATED',
      sinceAt: now,
      expectedDelivery: { fromAt: instantOf(at + DAY), toAt: instantOf(at + 3 * DAY) },
      ...(related === undefined ? {} : { related: [related] }),
      revision: 1,
    },
    now,
  );
  await startJourney(system, unit, now, { owner, waybillNo, orderNo }, place);
};
