import type { LabelData } from '@openwaybill/schemas';
import { type Behaviour, callerOf } from '../engine/call.ts';
import { command } from '../engine/lifecycle.ts';
import { Refusal } from '../engine/refusal.ts';
import { orderOf } from '../orders/stored-order.ts';
import { issueLabel } from '../waybills/label/issue-label.ts';
import { moveWaybill } from '../waybills/move-waybill.ts';
import { waybillOf } from '../waybills/stored-waybill.ts';
import { courierWorld } from '../world/courier-world.ts';

export const getWaybillLabel: Behaviour = async (call) => {
  const { system, unit, now } = call;
  const owner = callerOf(call).partyId;
  const { format } = call.query;
  // its form is judged before what the path names, as that of every parameter
  if (format !== undefined && !courierWorld(system.options).labelFormats.includes(format))
    throw new Refusal('PARAMETER_INVALID', {
      issues: [{ pointer: '/format', rule: 'parameter', params: { name: 'format' } }],
    });
  const stored = await waybillOf(unit, owner, call.path.waybillNo ?? '');
  const { to } = command(system.lifecycle('waybill'), stored.waybill.status, 'get-waybill-label');
  const moved = await moveWaybill(system, unit, now, stored, to);
  const order = stored.way ?? (await orderOf(unit, owner, stored.waybill.orderNo)).order;
  const wanted = (format ?? stored.labelFormat) as LabelData['format'];
  return { status: 200, body: await issueLabel(call, moved, order, wanted) };
};
