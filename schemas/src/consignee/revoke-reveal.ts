import { defineOperation } from '../define/index.ts';
import { RevealGrant } from './reveal-grant.ts';

export const revokeReveal = defineOperation({
  name: 'revoke-reveal',
  since: '1.0',
  title: { en: 'Revoke a reveal', zh: '撤销揭示' },
  description: { en: 'By the grantee, or for the consignee.', zh: '由被授权方或为收件人撤销。' },
  servedBy: ['platform'],
  calledBy: [
    'courier',
    'merchant',
    'isv',
    'locker',
    'service-point',
    'customs-agent',
    'regulator',
    'consignee',
  ],
  method: 'POST',
  path: '/v1/consignee-reveals/{revealId}/revoke',
  answer: { status: 200, body: RevealGrant },
  lifecycle: 'reveal',
  problems: ['NOT_FOUND', 'STATE_ILLEGAL'],
  requirements: [],
  examples: {},
});
