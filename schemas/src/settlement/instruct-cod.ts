import { defineOperation } from '../define/index.ts';
import { CashOnDelivery, CodInstruction } from './cash-on-delivery.ts';

export const instructCod = defineOperation({
  name: 'instruct-cod',
  since: '1.0',
  title: { en: 'Instruct cash on delivery', zh: '委托代收货款' },
  description: {
    en: 'One instruction a waybill: a repeat with equal content answers the existing one.',
    zh: '每运单一项委托；内容相同的重复请求返回已有委托。',
  },
  servedBy: ['courier'],
  calledBy: ['platform'],
  method: 'POST',
  path: '/v1/cod-instructions',
  request: CodInstruction,
  answer: { status: 201, also: [200], body: CashOnDelivery },
  lifecycle: 'cod',
  problems: [
    'NOT_FOUND',
    'DUPLICATE',
    'STATE_ILLEGAL',
    'PLAINTEXT_PERSONAL_DATA',
    'RULE_VIOLATION',
  ],
  requirements: [],
  examples: {},
});
