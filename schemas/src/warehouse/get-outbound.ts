import { defineOperation } from '../define/index.ts';
import { OutboundStatus } from './outbound-status.ts';

export const getOutbound = defineOperation({
  name: 'get-outbound',
  since: '1.0',
  title: { en: 'Read an outbound order', zh: '查询出库单' },
  servedBy: ['warehouse'],
  calledBy: ['platform'],
  method: 'GET',
  path: '/v1/outbound-orders/{outboundNo}',
  answer: { status: 200, body: OutboundStatus },
  problems: ['NOT_FOUND'],
  requirements: [],
  examples: {},
});
