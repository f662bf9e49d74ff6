import { defineOperation } from '../define/index.ts';
import { RevealGrant } from './reveal-grant.ts';

export const getReveal = defineOperation({
  name: 'get-reveal',
  since: '1.0',
  title: { en: 'Read the state of a reveal', zh: '查询揭示状态' },
  description: { en: 'Status and times, never fields.', zh: '仅状态与时间，不含字段。' },
  servedBy: ['platform'],
  calledBy: ['courier', 'merchant', 'isv', 'locker', 'service-point', 'customs-agent', 'regulator'],
  method: 'GET',
  path: '/v1/consignee-reveals/{revealId}',
  answer: { status: 200, body: RevealGrant },
  problems: ['NOT_FOUND'],
  requirements: [],
  examples: {},
});
