import { defineOperation } from '../define/index.ts';
import { Claim } from './claim.ts';
import { ClaimFiling } from './claim-filing.ts';

export const fileClaim = defineOperation({
  name: 'file-claim',
  since: '1.0',
  title: { en: 'File a claim', zh: '提交理赔' },
  servedBy: ['courier', 'insurer'],
  calledBy: ['platform', 'merchant'],
  method: 'POST',
  path: '/v1/claims',
  request: ClaimFiling,
  answer: { status: 201, also: [200], body: Claim },
  lifecycle: 'claim',
  problems: ['NOT_FOUND', 'DUPLICATE', 'RULE_VIOLATION'],
  requirements: [
    {
      id: 'CLM-004',
      level: 'MUST',
      roles: ['courier'],
      position: 'server',
      tier: 'W',
      text: { en: 'One live claim per waybill and kind.', zh: '同单同类仅一件有效理赔。' },
      wire: 'second → 409',
      judgedBy: 'check',
    },
  ],
  examples: {},
});
