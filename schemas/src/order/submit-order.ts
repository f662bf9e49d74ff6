import { defineOperation } from '../define/index.ts';
import { Order } from './order.ts';
import { OrderSubmission } from './order-submission.ts';

export const submitOrder = defineOperation({
  name: 'submit-order',
  since: '1.0',
  title: { en: 'Submit an order', zh: '提交订单' },
  description: {
    en: 'An order that the courier will not carry is answered 201 with decision REJECTED, not with a problem.',
    zh: '快递企业不予承运的订单以 201 和拒绝结果应答，而非错误。',
  },
  servedBy: ['courier'],
  calledBy: ['platform'],
  method: 'POST',
  path: '/v1/orders',
  request: OrderSubmission,
  answer: { status: 201, also: [200], body: Order },
  lifecycle: 'order',
  problems: [
    'DUPLICATE',
    'PLAINTEXT_PERSONAL_DATA',
    'CHARGE_SUM_MISMATCH',
    'CHECK_DIGIT_INVALID',
    'CONSENT_MISSING',
    'RULE_VIOLATION',
    'MASKED_VALUE_AS_INPUT',
  ],
  requirements: [
    {
      id: 'ORD-002',
      level: 'MUST',
      roles: ['courier'],
      position: 'server',
      tier: 'W',
      text: {
        en: 'An order with a plaintext name, phone or unit number in a masked property is refused with PLAINTEXT_PERSONAL_DATA and nothing is stored.',
        zh: '脱敏字段出现明文时须以该错误拒绝且不落库。',
      },
      wire: 'submit with plaintext: 422; getOrder: 404',
      judgedBy: 'check',
    },
    {
      id: 'ORD-003',
      level: 'MUST',
      roles: ['courier'],
      position: 'server',
      tier: 'W',
      text: {
        en: 'The same platform and orderNo with equal content (the first submission as a JSON value, remark included, whatever was updated since) gives 200 with the existing order; with other content 409 DUPLICATE.',
        zh: '同平台同订单号：内容与首次提交（含备注，不计后续更新）相同返回原订单，不同则 409。',
      },
      wire: 'submit twice with different idempotency keys',
      judgedBy: 'check',
    },
    {
      id: 'ORD-004',
      level: 'MUST',
      roles: ['courier'],
      position: 'server',
      tier: 'W',
      text: {
        en: 'packageId values that differ only in case are refused within one order.',
        zh: '同一订单内仅大小写不同的包裹号须拒绝。',
      },
      wire: 'submit a1 and A1: 422 RULE_VIOLATION',
      judgedBy: 'check',
    },
    {
      id: 'ORD-005',
      level: 'MUST',
      roles: ['courier'],
      position: 'server',
      tier: 'W',
      text: {
        en: 'An order is answered with a decision; a PENDING one is decided by event within the agreed time (default 30 minutes).',
        zh: '订单须给出受理结果；待定的须在约定时间内以事件告知。',
      },
      wire: 'answer decision; later event',
      judgedBy: 'check',
    },
    {
      id: 'ORD-013',
      level: 'MUST',
      roles: ['courier'],
      position: 'server',
      tier: 'W',
      text: {
        en: 'A preference without consent is refused with CONSENT_MISSING.',
        zh: '无同意记录的偏好须拒绝。',
      },
      wire: 'submit LOCKER without consentId: 403',
      judgedBy: 'check',
    },
  ],
  examples: {},
});
