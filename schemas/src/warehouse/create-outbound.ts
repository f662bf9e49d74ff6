import { defineOperation } from '../define/index.ts';
import { OutboundOrder } from './outbound-order.ts';
import { OutboundStatus } from './outbound-status.ts';

export const createOutbound = defineOperation({
  name: 'create-outbound',
  since: '1.0',
  title: { en: 'Order goods out', zh: '下发出库单' },
  description: {
    en: 'Reserves the pieces at once. The same order again answers 200; another under its number is DUPLICATE.',
    zh: '受理即预占库存。相同出库单重复提交返回 200；同号异文为重复。',
  },
  servedBy: ['warehouse'],
  calledBy: ['platform'],
  method: 'POST',
  path: '/v1/outbound-orders',
  request: OutboundOrder,
  answer: { status: 201, also: [200], body: OutboundStatus },
  lifecycle: 'outbound-order',
  problems: [
    'NOT_FOUND',
    'DUPLICATE',
    'OFFER_EXHAUSTED',
    'CHECK_DIGIT_INVALID',
    'RULE_VIOLATION',
    'PLAINTEXT_PERSONAL_DATA',
  ],
  requirements: [
    {
      id: 'WHS-004',
      level: 'MUST',
      roles: ['warehouse'],
      position: 'server',
      tier: 'C',
      text: {
        en: 'Parallel outbound orders never reserve more than is available.',
        zh: '并发出库不得超卖。',
      },
      wire: 'parallel creates',
      judgedBy: 'check',
    },
  ],
  examples: {},
});
