import { defineOperation, ORGANISATION_ROLES, SERVING_ROLES } from '../define/index.ts';
import { Agreement } from './agreement.ts';
import { AgreementProposal } from './agreement-proposal.ts';

export const proposeAgreement = defineOperation({
  name: 'propose-agreement',
  since: '1.0',
  title: { en: 'Propose an agreement', zh: '提议协议' },
  description: {
    en: 'The agreement lives at the receiver; the proposing party reads it and acts on it there.',
    zh: '协议存于接收方；提议方在该处查询与操作。',
  },
  servedBy: SERVING_ROLES,
  calledBy: ORGANISATION_ROLES,
  method: 'POST',
  path: '/v1/agreements',
  request: AgreementProposal,
  answer: { status: 201, body: Agreement },
  lifecycle: 'agreement',
  problems: ['RULE_VIOLATION'],
  agreement: 'none',
  requirements: [],
  examples: {},
});
