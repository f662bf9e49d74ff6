import type { ConsentRecord } from '@openwaybill/schemas';
import type { System } from '../engine/system.ts';
import { waybillsOfOrder } from '../observed/bind-waybill.ts';
import { recordRow } from '../store/resource.ts';
import type { Unit } from '../store/unit.ts';

export type StoredConsent = {
  readonly record: ConsentRecord;
  readonly orderNo: string;
  readonly recordedBy: string;
};

export const putConsent = (unit: Unit, now: string, consent: StoredConsent): void =>
  unit.put(recordRow('consent', consent.record.consentId, consent.recordedBy, now, consent));

/** Tells the couriers of the parcels that a consent is about: one record a waybill. */
export const tellOfConsent = async (
  system: System,
  unit: Unit,
  now: string,
  { record, orderNo }: StoredConsent,
  granted: boolean,
): Promise<void> => {
  for (const { owner, waybill } of await waybillsOfOrder(unit, orderNo)) {
    if (record.waybillNo !== undefined && record.waybillNo !== waybill.waybillNo) continue;
    await system.emit(unit, now, {
      type: 'org.openwaybill.consignee.consent.changed',
      to: owner,
      data: {
        consentId: record.consentId,
        waybillNo: waybill.waybillNo,
        preference: record.preference,
        granted,
        occurredAt: now,
      },
    });
  }
};
