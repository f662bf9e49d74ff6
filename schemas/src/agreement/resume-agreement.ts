import { defineOperation, ORGANISATION_ROLES, SERVING_ROLES } from '../define/index.ts';
import { Agreement } from './agreement.ts';

export const resumeAgreement = defineOperation({
  name: 'resume-agreement',
  since: '1.0',
  title: { en: 'Resume an agreement', zh: '恢复协议' },
  description: {
    en: 'By the party that suspended; of the other it is `STATE_ILLEGAL`.',
    zh: '由中止的一方恢复；另一方提出则为 `STATE_ILLEGAL`。',
  },
  servedBy: SERVING_ROLES,
  calledBy: ORGANISATION_ROLES,
  method: 'POST',
  path: '/v1/agreements/{agreementId}/resume',
  answer: { status: 200, body: Agreement },
  lifecycle: 'agreement',
  problems: ['NOT_FOUND', 'STATE_ILLEGAL'],
  agreement: 'none',
  requirements: [],
  examples: {},
});
