import { defineOperation } from '../define/index.ts';
import { Claim } from './claim.ts';

export const getClaim = defineOperation({
  name: 'get-claim',
  since: '1.0',
  title: { en: 'Read a claim', zh: '查询理赔' },
  servedBy: ['courier', 'insurer'],
  calledBy: ['platform', 'merchant'],
  method: 'GET',
  path: '/v1/claims/{claimId}',
  answer: { status: 200, body: Claim },
  problems: ['NOT_FOUND'],
  requirements: [],
  examples: {},
});
