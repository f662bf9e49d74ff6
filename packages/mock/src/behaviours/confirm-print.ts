import type { PrintConfirmation } from '@openwaybill/schemas';
import { type Behaviour, callerOf } from '../engine/call.ts';
import { command } from '../engine/lifecycle.ts';
import { revised } from '../engine/revision.ts';
import { putWaybill, waybillOf } from '../waybills/stored-waybill.ts';

export const confirmPrint: Behaviour = async (call) => {
  const { system, unit, now } = call;
  const stored = await waybillOf(unit, callerOf(call).partyId, call.path.waybillNo ?? '');
  const { printCount, status } = stored.waybill;
  const { reprintReason } = call.body as PrintConfirmation;
  command(system.lifecycle('waybill'), status, 'confirm-print', {
    REPRINT_REASON_GIVEN: printCount === 0 || (reprintReason ?? '').trim() !== '',
  });
  const waybill = revised(stored.waybill, { printCount: printCount + 1 }, now);
  putWaybill(unit, { ...stored, waybill });
  return { status: 201, body: waybill };
};
