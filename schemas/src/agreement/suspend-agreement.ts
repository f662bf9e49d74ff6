import { defineOperation, ORGANISATION_ROLES, SERVING_ROLES } from '../define/index.ts';
import { Agreement } from './agreement.ts';

export const suspendAgreement = defineOperation({
  name: 'suspend-agreement',
  since: '1.0',
  title: { en: 'Suspend an agreement', zh: '中止协议' },
  description: {
    en: 'At once; to announce it is the duty of the suspending party. Events wait until it is resumed.',
    zh: '立即生效；事先通知为中止方的义务。事件留待恢复后发送。',
  },
  servedBy: SERVING_ROLES,
  calledBy: ORGANISATION_ROLES,
  method: 'POST',
  path: '/v1/agreements/{agreementId}/suspend',
  answer: { status: 200, body: Agreement },
  lifecycle: 'agreement',
  problems: ['NOT_FOUND', 'STATE_ILLEGAL'],
  agreement: 'none',
  requirements: [
    {
      id: 'AGR-003',
      level: 'MUST',
      roles: 'any',
      position: 'server',
      tier: 'W',
      text: {
        en: 'Suspension takes effect for the next call and the next event.',
        zh: '中止立即对后续调用与事件生效。',
      },
      wire: 'suspend; call',
      judgedBy: 'check',
    },
  ],
  examples: {},
});
