import { defineOperation } from '../define/index.ts';
import { Dispute, DisputeRequest } from './dispute.ts';

export const openDispute = defineOperation({
  name: 'open-dispute',
  since: '1.0',
  title: { en: 'Open a dispute', zh: '提出账单争议' },
  servedBy: ['courier'],
  calledBy: ['merchant', 'platform'],
  method: 'POST',
  path: '/v1/disputes',
  request: DisputeRequest,
  answer: { status: 201, body: Dispute },
  lifecycle: 'dispute',
  problems: ['NOT_FOUND', 'DUPLICATE', 'STATE_ILLEGAL', 'RULE_VIOLATION'],
  requirements: [],
  examples: {},
});
