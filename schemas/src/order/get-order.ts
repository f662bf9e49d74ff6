import { defineOperation } from '../define/index.ts';
import { Order } from './order.ts';

export const getOrder = defineOperation({
  name: 'get-order',
  since: '1.0',
  title: { en: 'Read an order', zh: '查询订单' },
  description: {
    en: 'The order number is scoped by the calling platform.',
    zh: '订单号以调用平台为范围。',
  },
  servedBy: ['courier'],
  calledBy: ['platform'],
  method: 'GET',
  path: '/v1/orders/{orderNo}',
  answer: { status: 200, body: Order },
  problems: ['NOT_FOUND'],
  requirements: [],
  examples: {},
});
