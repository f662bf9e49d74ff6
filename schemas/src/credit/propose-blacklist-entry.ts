import { defineOperation } from '../define/index.ts';
import { BlacklistEntry, BlacklistProposal } from './blacklist-entry.ts';

export const proposeBlacklistEntry = defineOperation({
  name: 'propose-blacklist-entry',
  since: '1.0',
  title: { en: 'Propose a blacklist entry', zh: '提议黑名单条目' },
  description: {
    en: 'Nothing follows from it until the subject was informed and could appeal.',
    zh: '在告知对象且其可申诉之前不产生任何效果。',
  },
  servedBy: ['hub'],
  calledBy: ['platform', 'courier'],
  method: 'POST',
  path: '/v1/blacklist-entries',
  request: BlacklistProposal,
  answer: { status: 201, body: BlacklistEntry },
  lifecycle: 'blacklist-entry',
  problems: ['CHECK_DIGIT_INVALID', 'RULE_VIOLATION'],
  requirements: [],
  examples: {},
});
