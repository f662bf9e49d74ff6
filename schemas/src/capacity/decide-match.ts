import type { Static } from '@sinclair/typebox';
import { Closed, defineOperation, Optional, Ref, words } from '../define/index.ts';
import { Money } from '../vocabulary/money.ts';
import { Revision } from '../vocabulary/revision.ts';
import { MatchDecisionKind } from './capacity-codes.ts';
import { MatchProposal, matchQuantity } from './match-proposal.ts';

/** Names the revision, so that nobody accepts what the other side has just changed. */
export const MatchDecision = Closed(
  'MatchDecision',
  { en: 'Decision', zh: '匹配决定' },
  { en: 'What one side says to one revision of a match.', zh: '一方对匹配某一版本的决定。' },
  {
    decision: Ref(MatchDecisionKind),
    revision: Ref(
      Revision,
      words(
        { en: 'Revision', zh: '版本' },
        { en: 'The revision that is decided on.', zh: '所决定的版本。' },
      ),
    ),
    counterQuantity: Optional(matchQuantity),
    counterPrice: Optional(
      Ref(
        Money,
        words(
          { en: 'Countered price', zh: '还价单价' },
          { en: 'For one unit, instead of the proposed one.', zh: '每单位价格，替代所提议者。' },
        ),
      ),
    ),
  },
);
export type MatchDecision = Static<typeof MatchDecision>;

const counter: MatchDecision = {
  decision: 'COUNTER',
  revision: 1,
  counterPrice: { currency: 'CNY', minor: 42 },
};

export const decideMatch = defineOperation({
  name: 'decide-match',
  since: '1.0',
  title: { en: 'Decide on a match', zh: '决定匹配' },
  description: {
    en: 'A counter-offer is no acceptance: after it both sides accept anew. The quantity may only become smaller.',
    zh: '还价不等于接受：此后双方须重新接受。数量只能减少。',
  },
  servedBy: ['hub'],
  calledBy: ['platform', 'merchant', 'courier', 'service-point', 'warehouse', 'locker'],
  method: 'POST',
  path: '/v1/matches/{matchId}/decide',
  request: MatchDecision,
  answer: { status: 200, body: MatchProposal },
  lifecycle: 'match',
  problems: ['NOT_FOUND', 'REVISION_STALE', 'STATE_ILLEGAL', 'OFFER_EXHAUSTED', 'RULE_VIOLATION'],
  requirements: [
    {
      id: 'CAP-003',
      level: 'MUST',
      roles: ['hub'],
      position: 'server',
      tier: 'C',
      text: {
        en: 'A match is `CONFIRMED` only after both sides accept the same revision.',
        zh: '双方接受同一版本方可确认。',
      },
      wire: 'one-sided accept',
      judgedBy: 'check',
    },
  ],
  examples: {
    request: {
      valid: {
        'as proposed': { decision: 'ACCEPT', revision: 1 },
        'a lower price': counter,
        'fewer units': { decision: 'COUNTER', revision: 1, counterQuantity: 200 },
      },
      invalid: {
        'the revision is missing': {
          value: { decision: 'ACCEPT' },
          breaks: { pointer: '', rule: 'required' },
        },
        'a decision of no list': {
          value: { decision: 'MAYBE', revision: 1 },
          breaks: { pointer: '/decision', rule: 'enum' },
        },
        'a counter-offer without an offer': {
          value: { decision: 'COUNTER', revision: 1 },
          breaks: { pointer: '', rule: 'DSC-023', requirement: 'DSC-023' },
        },
        'an acceptance at another price': {
          value: { ...counter, decision: 'ACCEPT' },
          breaks: { pointer: '/counterPrice', rule: 'DSC-023', requirement: 'DSC-023' },
        },
      },
    },
  },
});
