import { type Behaviour, callerOf } from '../engine/call.ts';
import { orderOf } from '../orders/stored-order.ts';

export const getOrder: Behaviour = async (call) => {
  const { order } = await orderOf(call.unit, callerOf(call).partyId, call.path.orderNo ?? '');
  return { status: 200, body: order };
};
