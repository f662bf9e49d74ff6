import { type Behaviour, callerOf } from '../engine/call.ts';
import { waybillOf } from '../waybills/stored-waybill.ts';

export const getWaybill: Behaviour = async (call) => {
  const owner = callerOf(call).partyId;
  const { waybill } = await waybillOf(call.unit, owner, call.path.waybillNo ?? '');
  return { status: 200, body: waybill };
};
