import type { Static } from '@sinclair/typebox';
import { defineOperation, pageOf, Ref } from '../define/index.ts';
import { updatedSince } from '../vocabulary/updated-since.ts';
import { pendingOrder, teaOrder } from './_examples.ts';
import { Order } from './order.ts';
import { OrderStatus } from './order-codes.ts';

/** Orders of the calling platform alone. */
export const OrderPage = pageOf(Order, { en: 'orders', zh: '订单' });
export type OrderPage = Static<typeof OrderPage>;

export const listOrders = defineOperation({
  name: 'list-orders',
  since: '1.0',
  title: { en: 'List orders', zh: '订单列表' },
  servedBy: ['courier'],
  calledBy: ['platform'],
  method: 'GET',
  path: '/v1/orders',
  query: {
    ...updatedSince,
    status: Ref(OrderStatus),
  },
  answer: { status: 200, body: OrderPage },
  problems: ['CURSOR_EXPIRED'],
  requirements: [],
  examples: {
    answer: {
      valid: {
        'the only page': {
          items: [teaOrder, { ...pendingOrder, orderNo: 'SO-20261111-0003' }],
        },
        'none left': { items: [] },
        'more to come': { items: [teaOrder], nextCursor: 'b3JkZXI6Mg' },
      },
      invalid: {
        'an empty cursor': {
          value: { items: [], nextCursor: '' },
          breaks: { pointer: '/nextCursor', rule: 'minLength' },
        },
        'a total': {
          value: { items: [], total: 0 },
          breaks: { pointer: '', rule: 'additionalProperties' },
        },
      },
    },
  },
});
