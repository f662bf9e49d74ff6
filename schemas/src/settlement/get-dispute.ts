import { defineOperation } from '../define/index.ts';
import { Dispute } from './dispute.ts';

export const getDispute = defineOperation({
  name: 'get-dispute',
  since: '1.0',
  title: { en: 'Read a dispute', zh: '查询账单争议' },
  servedBy: ['courier'],
  calledBy: ['merchant', 'platform'],
  method: 'GET',
  path: '/v1/disputes/{disputeId}',
  answer: { status: 200, body: Dispute },
  problems: ['NOT_FOUND'],
  requirements: [],
  examples: {},
});
