import { defineOperation } from '../define/index.ts';
import { MatchProposal } from './match-proposal.ts';

export const getMatch = defineOperation({
  name: 'get-match',
  since: '1.0',
  title: { en: 'Read a match', zh: '查询匹配' },
  servedBy: ['hub'],
  calledBy: ['platform', 'merchant', 'courier', 'service-point', 'warehouse', 'locker'],
  method: 'GET',
  path: '/v1/matches/{matchId}',
  answer: { status: 200, body: MatchProposal },
  problems: ['NOT_FOUND'],
  requirements: [],
  examples: {},
});
