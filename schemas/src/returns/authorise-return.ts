import { defineOperation } from '../define/index.ts';
import { Return } from './return.ts';
import { ReturnAuthorisation } from './return-authorisation.ts';

export const authoriseReturn = defineOperation({
  name: 'authorise-return',
  since: '1.0',
  title: { en: 'Authorise a return', zh: '授权退货' },
  description: {
    en: 'The courier makes a new forward waybill from the consumer to the merchant.',
    zh: '快递企业新建自消费者至商家的正向运单。',
  },
  servedBy: ['courier'],
  calledBy: ['platform'],
  method: 'POST',
  path: '/v1/returns',
  request: ReturnAuthorisation,
  answer: { status: 201, also: [200], body: Return },
  lifecycle: 'return',
  problems: [
    'NOT_FOUND',
    'DUPLICATE',
    'CHECK_DIGIT_INVALID',
    'RULE_VIOLATION',
    'PLAINTEXT_PERSONAL_DATA',
    'UNSERVICEABLE',
    'MASKED_VALUE_AS_INPUT',
  ],
  requirements: [
    {
      id: 'RTN-003',
      level: 'MUST',
      roles: ['courier'],
      position: 'server',
      tier: 'C',
      text: {
        en: 'Items of all live returns never exceed the delivered items.',
        zh: '退货数量不得超过交付数量。',
      },
      wire: 'second RMA → 422',
      judgedBy: 'check',
    },
  ],
  examples: {},
});
