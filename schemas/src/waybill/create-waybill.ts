import { defineOperation } from '../define/index.ts';
import { Waybill } from './waybill.ts';
import { WaybillCreation } from './waybill-creation.ts';

export const createWaybill = defineOperation({
  name: 'create-waybill',
  since: '1.0',
  title: { en: 'Create a waybill', zh: '创建运单' },
  description: {
    en: 'Accepted while the order is ACCEPTED, ALLOCATED, PICKUP_SCHEDULED or IN_FULFILMENT and the package is live. It passes through BOUND to LABELLED, and two events are sent.',
    zh: '订单处于已接单、已取号、已预约揽收或履约中且包裹有效时受理；依次经过已绑定与已出单，并发出两个事件。',
  },
  servedBy: ['courier'],
  calledBy: ['platform'],
  method: 'POST',
  path: '/v1/waybills',
  request: WaybillCreation,
  answer: { status: 201, also: [200], body: Waybill },
  lifecycle: 'waybill',
  noStore: true,
  problems: [
    'NOT_FOUND',
    'STATE_ILLEGAL',
    'BALANCE_EXHAUSTED',
    'WAYBILL_NO_REUSED',
    'CHECK_DIGIT_INVALID',
    'RULE_VIOLATION',
  ],
  requirements: [
    {
      id: 'WBL-001',
      level: 'MUST',
      roles: ['courier'],
      position: 'server',
      tier: 'W',
      text: {
        en: 'The same (platform, orderNo, packageId, attempt) always gives the same waybillNo, whatever the idempotency key.',
        zh: '同一自然键始终返回同一运单号。',
      },
      wire: 'create twice, also concurrently',
      judgedBy: 'check',
    },
    {
      id: 'WBL-002',
      level: 'MUST',
      roles: ['courier'],
      position: 'server',
      tier: 'W',
      text: {
        en: 'A natural repeat answers 200 with Idempotency-Replayed: true, not 201.',
        zh: '自然键重复返回 200 并标明重放。',
      },
      wire: 'second create',
      judgedBy: 'check',
    },
    {
      id: 'WBL-003',
      level: 'MUST',
      roles: ['courier'],
      position: 'server',
      tier: 'W',
      text: {
        en: 'A new attempt is accepted only when the former waybill is VOIDED or EXPIRED.',
        zh: '仅当前一运单作废或过期时方可使用新的尝试号。',
      },
      wire: 'attempt 2 while attempt 1 live: 409 STATE_ILLEGAL',
      judgedBy: 'check',
    },
    {
      id: 'WBL-005',
      level: 'MUST',
      roles: ['courier'],
      position: 'server',
      tier: 'W',
      text: {
        en: 'A number that fits S10 or SSCC in shape and is declared as such has a valid check digit.',
        zh: '声明为 S10 或 SSCC 的单号校验位须正确。',
      },
      wire: 'supplied number with wrong digit: 422 CHECK_DIGIT_INVALID',
      judgedBy: 'check',
    },
    {
      id: 'WBL-006',
      level: 'MUST NOT',
      roles: ['courier'],
      position: 'server',
      tier: 'W',
      text: {
        en: "A number that misses the courier's usual pattern is not refused for that; a warning is allowed.",
        zh: '不得仅因不符合惯用格式拒绝单号。',
      },
      wire: 'SUPPLIED with odd but legal number: 201',
      judgedBy: 'check',
    },
  ],
  examples: {},
});
