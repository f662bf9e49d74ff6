import type { Static } from '@sinclair/typebox';
import { defineEvent, Ref, Resource, words } from '../define/index.ts';
import { Instant } from '../vocabulary/instant.ts';
import { Revision } from '../vocabulary/revision.ts';
import { proposal } from './_examples.ts';
import { MatchStatus } from './capacity-codes.ts';
import { capacityDemandId, capacityOfferId } from './capacity-terms.ts';
import { matchId, matchQuantity } from './match-proposal.ts';

export const MatchChange = Resource(
  'MatchChange',
  { en: 'Change of a match', zh: '匹配变更' },
  { en: 'That a match went on to another state.', zh: '匹配进入另一状态。' },
  {
    matchId,
    offerId: capacityOfferId,
    demandId: capacityDemandId,
    quantity: matchQuantity,
    fromStatus: Ref(
      MatchStatus,
      words({ en: 'From', zh: '原状态' }, { en: 'State until now.', zh: '变更前的状态。' }),
    ),
    toStatus: Ref(
      MatchStatus,
      words({ en: 'To', zh: '新状态' }, { en: 'State from now on.', zh: '当前状态。' }),
    ),
    revision: Ref(Revision),
    occurredAt: Ref(Instant),
  },
);
export type MatchChange = Static<typeof MatchChange>;

const change: MatchChange = {
  matchId: proposal.matchId,
  offerId: proposal.offerId,
  demandId: proposal.demandId,
  quantity: 300,
  fromStatus: 'PROPOSED',
  toStatus: 'CONFIRMED',
  revision: 2,
  occurredAt: '2026-11-22T11:00:00+08:00',
};
const { fromStatus: _, ...fromNowhere } = change;

export const matchChanged = defineEvent({
  type: 'org.openwaybill.capacity.match.changed',
  since: '1.0',
  title: { en: 'A match changed', zh: '匹配已变更' },
  from: ['hub'],
  to: ['platform', 'merchant', 'courier', 'service-point', 'warehouse', 'locker'],
  data: MatchChange,
  subject: 'matchId',
  lifecycle: 'match',
  states: ['COUNTERED', 'CONFIRMED', 'DECLINED', 'EXPIRED', 'FULFILLED', 'BREACHED'],
  requirements: [],
  examples: {
    valid: { 'both have accepted': change },
    invalid: {
      'the old state is missing': {
        value: fromNowhere,
        breaks: { pointer: '', rule: 'required' },
      },
      'a side is named': {
        value: { ...change, offeredBy: { partyId: 'ZZEXPRESS', role: 'courier' } },
        breaks: { pointer: '', rule: 'additionalProperties' },
      },
    },
  },
});
