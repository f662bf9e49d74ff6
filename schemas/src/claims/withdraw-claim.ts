import { defineOperation } from '../define/index.ts';
import { Claim } from './claim.ts';

export const withdrawClaim = defineOperation({
  name: 'withdraw-claim',
  since: '1.0',
  title: { en: 'Withdraw a claim', zh: '撤回理赔' },
  servedBy: ['courier', 'insurer'],
  calledBy: ['platform', 'merchant'],
  method: 'POST',
  path: '/v1/claims/{claimId}/withdraw',
  answer: { status: 200, body: Claim },
  lifecycle: 'claim',
  problems: ['NOT_FOUND', 'STATE_ILLEGAL'],
  requirements: [],
  examples: {},
});
