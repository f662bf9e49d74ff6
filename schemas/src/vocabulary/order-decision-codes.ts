import { defineCodeList } from '../define/index.ts';

/** A refusal to carry is a decision and no problem. */
export const OrderDecision = defineCodeList({
  name: 'OrderDecision',
  version: '2026-11',
  title: { en: 'Order decision', zh: '受理结果' },
  description: { en: 'What the courier decided about an order.', zh: '快递企业对订单的受理结果。' },
  growth: 'closed',
  codes: {
    ACCEPTED: { en: 'Accepted', zh: '接受' },
    REJECTED: { en: 'Rejected', zh: '拒绝' },
    PENDING: { en: 'Pending', zh: '待定' },
  },
});
