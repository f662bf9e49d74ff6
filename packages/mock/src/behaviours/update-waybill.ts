import type { WaybillUpdate } from '@openwaybill/schemas';
import { type Behaviour, callerOf } from '../engine/call.ts';
import { command } from '../engine/lifecycle.ts';
import { demandRevision, revised } from '../engine/revision.ts';
import { putWaybill, waybillOf } from '../waybills/stored-waybill.ts';

export const updateWaybill: Behaviour = async (call) => {
  const { system, unit, now } = call;
  const stored = await waybillOf(unit, callerOf(call).partyId, call.path.waybillNo ?? '');
  demandRevision(stored.waybill, call.ifMatch);
  command(system.lifecycle('waybill'), stored.waybill.status, 'update-waybill');
  const { clear = [], ...change } = call.body as WaybillUpdate;
  const waybill = { ...revised(stored.waybill, change, now) };
  for (const name of clear) delete waybill[name];
  putWaybill(unit, { ...stored, waybill });
  return { status: 200, body: waybill };
};
