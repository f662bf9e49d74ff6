import type { Waybill } from '@openwaybill/schemas';
import { revised } from '../engine/revision.ts';
import type { System } from '../engine/system.ts';
import type { Soon } from '../store/soon.ts';
import type { Unit } from '../store/unit.ts';
import { putWaybill, type StoredWaybill } from './stored-waybill.ts';

/** Tells the platform of one step of its waybill. */
export const tellOfWaybill = (
  system: System,
  unit: Unit,
  now: string,
  { owner, waybill }: StoredWaybill,
  fromStatus: string | undefined,
): Soon<void> =>
  system.emit(unit, now, {
    type: 'org.openwaybill.waybill.status.changed',
    to: owner,
    data: {
      waybillNo: waybill.waybillNo,
      carrierCode: waybill.carrierCode,
      orderNo: waybill.orderNo,
      packageId: waybill.packageId,
      ...(fromStatus === undefined ? {} : { fromStatus }),
      toStatus: waybill.status,
      revision: waybill.revision,
      occurredAt: now,
    },
  });

/** Every change of status is one revision more and exactly one event; the same status again is neither. */
export const moveWaybill = async (
  system: System,
  unit: Unit,
  now: string,
  stored: StoredWaybill,
  to: string | undefined,
): Promise<StoredWaybill> => {
  const from = stored.waybill.status;
  if (to === undefined || to === from) return stored;
  const waybill = revised(stored.waybill, { status: to as Waybill['status'] }, now);
  const { endedAt: _, ...rest } = stored;
  const isEnd = system.lifecycle('waybill').states[to]?.terminal === true;
  const moved: StoredWaybill = { ...rest, waybill, ...(isEnd ? { endedAt: now } : {}) };
  putWaybill(unit, moved);
  await tellOfWaybill(system, unit, now, moved, from);
  return moved;
};
