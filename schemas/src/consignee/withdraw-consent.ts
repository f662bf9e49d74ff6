import { defineOperation } from '../define/index.ts';
import { ConsentRecord } from './consent-record.ts';

export const withdrawConsent = defineOperation({
  name: 'withdraw-consent',
  since: '1.0',
  title: { en: 'Withdraw a consent', zh: '撤回同意' },
  description: {
    en: 'By the consignee or by who recorded it; a withdrawn consent is not withdrawn again.',
    zh: '由收件人或登记方撤回；已撤回者不得再次撤回。',
  },
  servedBy: ['platform'],
  calledBy: ['courier', 'locker', 'service-point', 'merchant', 'isv', 'consignee'],
  method: 'POST',
  path: '/v1/consents/{consentId}/withdraw',
  answer: { status: 200, body: ConsentRecord },
  problems: ['NOT_FOUND', 'STATE_ILLEGAL'],
  requirements: [],
  examples: {},
});
