import { defineOperation, ORGANISATION_ROLES, SERVING_ROLES } from '../define/index.ts';
import { Agreement } from './agreement.ts';

export const suspendAgreement = defineOperation({
  name: 'suspend-agreement',
  since: '1.0',
  title: { en: 'Suspend an agreement', zh: '中止协议' },
  description: {
    en: 'By either party, and at once; to announce it is the duty of the suspending party. Until it is resumed events wait, and what only this agreement covers is refused, the reading of reveals among it: their grants stay, and their time runs on.',
    zh: '任一方均可中止，立即生效；事先通知为中止方的义务。恢复之前，事件留待发送，仅由本协议涵盖者均予拒绝，包括读取揭示：其授权保留，期限照计。',
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
