import { defineOperation } from '../define/index.ts';
import { RevealGrant } from './reveal-grant.ts';

export const revokeReveal = defineOperation({
  name: 'revoke-reveal',
  since: '1.0',
  title: { en: 'Revoke a reveal', zh: '撤销揭示' },
  description: {
    en: 'By the organisation that asked, whichever client of it, or by the consignee whom it is about; to others it is unknown. Of the consignee it is an objection: the organisation is refused this purpose for the order from then on; what rests on law is unknown to them here.',
    zh: '由申请方组织的任一客户端，或由所涉收件人本人撤销；对其他方视为不存在。本人撤销即为反对：此后该组织就该订单以该目的提出的申请均予拒绝；基于法律者对本人视为不存在。',
  },
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
