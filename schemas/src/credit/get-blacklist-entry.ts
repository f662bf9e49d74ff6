import { defineOperation } from '../define/index.ts';
import { BlacklistEntry } from './blacklist-entry.ts';

export const getBlacklistEntry = defineOperation({
  name: 'get-blacklist-entry',
  since: '1.0',
  title: { en: 'Read a blacklist entry', zh: '查询黑名单条目' },
  description: {
    en: 'For the member that proposed it, the one that appealed and the regulator; to anybody else it does not exist.',
    zh: '仅供提议方、申诉方与监管部门；对其他调用方视为不存在。',
  },
  servedBy: ['hub'],
  calledBy: ['platform', 'courier', 'merchant', 'service-point', 'regulator'],
  method: 'GET',
  path: '/v1/blacklist-entries/{entryId}',
  answer: { status: 200, body: BlacklistEntry },
  problems: ['NOT_FOUND'],
  requirements: [],
  examples: {},
});
