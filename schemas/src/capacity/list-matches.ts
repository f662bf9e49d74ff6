import type { Static } from '@sinclair/typebox';
import { defineOperation, pageOf, Ref } from '../define/index.ts';
import { proposal } from './_examples.ts';
import { MatchStatus } from './capacity-codes.ts';
import { MatchProposal } from './match-proposal.ts';

/** Matches of the caller's own offers and demands. */
export const MatchProposalPage = pageOf(MatchProposal, { en: 'matches', zh: '匹配' });
export type MatchProposalPage = Static<typeof MatchProposalPage>;

export const listMatches = defineOperation({
  name: 'list-matches',
  since: '1.0',
  title: { en: 'List matches', zh: '列出匹配' },
  servedBy: ['hub'],
  calledBy: ['platform', 'merchant', 'courier', 'service-point', 'warehouse', 'locker'],
  method: 'GET',
  path: '/v1/matches',
  query: { status: Ref(MatchStatus) },
  answer: { status: 200, body: MatchProposalPage },
  problems: ['CURSOR_EXPIRED'],
  requirements: [
    {
      id: 'CAP-001',
      level: 'MUST',
      roles: ['hub'],
      position: 'server',
      tier: 'C',
      text: {
        en: 'Confirmed quantities of an offer never exceed its slot.',
        zh: '确认量不得超过供给。',
      },
      wire: 'sum of matches',
      judgedBy: 'check',
    },
  ],
  examples: {
    answer: {
      valid: { 'one proposal': { items: [proposal] }, none: { items: [] } },
      invalid: {
        'items are missing': { value: {}, breaks: { pointer: '', rule: 'required' } },
        'an item is an id': {
          value: { items: [proposal.matchId] },
          breaks: { pointer: '/items/0', rule: 'type' },
        },
      },
    },
  },
});
