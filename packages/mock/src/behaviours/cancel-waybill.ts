import type { WaybillCancellationResult } from '@openwaybill/schemas';
import { type Behaviour, callerOf } from '../engine/call.ts';
import { followVoiding } from '../orders/follow-voiding.ts';
import { waybillOf } from '../waybills/stored-waybill.ts';
import { cancel } from '../waybills/void.ts';

export const cancelWaybill: Behaviour = async (call) => {
  const { system, unit, now } = call;
  const owner = callerOf(call).partyId;
  const stored = await waybillOf(unit, owner, call.path.waybillNo ?? '');
  const { outcome, stored: after } = await cancel(system, unit, now, stored);
  await followVoiding(system, unit, now, owner, stored.waybill.orderNo);
  const body: WaybillCancellationResult = {
    outcome: outcome as WaybillCancellationResult['outcome'],
    status: after.waybill.status,
    revision: after.waybill.revision,
  };
  return { status: 200, body };
};
