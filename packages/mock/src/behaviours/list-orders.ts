import { type Behaviour, callerOf } from '../engine/call.ts';
import { pageAnswer } from '../engine/page.ts';
import type { StoredOrder } from '../orders/stored-order.ts';
import type { Row } from '../store/store.ts';

const orderIn = (row: Row) => (row.body as StoredOrder).order;

export const listOrders: Behaviour = (call) => {
  const { status } = call.query;
  return pageAnswer(
    call,
    { collection: 'order', owner: callerOf(call).partyId },
    orderIn,
    (row) => status === undefined || orderIn(row).status === status,
  );
};
