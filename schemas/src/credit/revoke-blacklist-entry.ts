import { defineOperation } from '../define/index.ts';
import { BlacklistEntry } from './blacklist-entry.ts';

export const revokeBlacklistEntry = defineOperation({
  name: 'revoke-blacklist-entry',
  since: '1.0',
  title: { en: 'Revoke a blacklist entry', zh: '撤销黑名单条目' },
  description: {
    en: 'By the member that proposed it or by the regulator; while an appeal runs, the appeal decides.',
    zh: '由提议方或监管部门撤销；申诉期间由申诉决定。',
  },
  servedBy: ['hub'],
  calledBy: ['platform', 'courier', 'regulator'],
  method: 'POST',
  path: '/v1/blacklist-entries/{entryId}/revoke',
  answer: { status: 200, body: BlacklistEntry },
  lifecycle: 'blacklist-entry',
  problems: ['NOT_FOUND', 'STATE_ILLEGAL'],
  requirements: [],
  examples: {},
});
