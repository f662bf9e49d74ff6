import type { Static } from '@sinclair/typebox';
import {
  defineMessage,
  Line,
  Optional,
  Part,
  privacy,
  Ref,
  Resource,
  Whole,
  words,
} from '../define/index.ts';
import { CivilDate } from '../vocabulary/civil-date.ts';
import { Instant } from '../vocabulary/instant.ts';
import { Money } from '../vocabulary/money.ts';
import { PartyRef } from '../vocabulary/party-ref.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { proposal } from './_examples.ts';
import { CapacityUnit, MatchStatus } from './capacity-codes.ts';
import { capacityDemandId, capacityOfferId } from './capacity-terms.ts';

/** The match that a message is about; the hub makes the id. */
export const matchId = Ref(
  Uuid,
  words({ en: 'Match id', zh: '匹配标识' }, { en: 'Names the match.', zh: '标识该匹配。' }),
);

/** How much of what is matched. */
export const matchQuantity = Whole(
  1,
  1_000_000_000,
  { en: 'Quantity', zh: '数量' },
  { en: 'How many units.', zh: '单位数量。' },
);

/** A match's terms change only by a counter-offer, which raises the revision; a first acceptance shows to nobody. */
export const MatchProposal = Resource(
  'MatchProposal',
  { en: 'Match', zh: '匹配' },
  {
    en: 'That an offer may serve a demand. The sides are named once both have accepted.',
    zh: '某供给可满足某需求。双方接受后方披露身份。',
  },
  {
    matchId,
    offerId: capacityOfferId,
    demandId: capacityDemandId,
    slotOn: Ref(
      CivilDate,
      words({ en: 'Day', zh: '日期' }, { en: 'Day of the slot.', zh: '时段所在日期。' }),
    ),
    slotStartsAt: Ref(
      Instant,
      words(
        { en: 'Begin of the slot', zh: '时段开始' },
        {
          en: 'With its end it says which slot of the offer is meant.',
          zh: '与结束时刻共同指明所用时段。',
        },
      ),
    ),
    slotEndsAt: Ref(
      Instant,
      words(
        { en: 'End of the slot', zh: '时段结束' },
        { en: 'What is not done by then is breached.', zh: '届时未履行即为违约。' },
      ),
    ),
    quantity: matchQuantity,
    unit: Ref(CapacityUnit),
    price: Optional(
      Ref(Money, words({ en: 'Price', zh: '单价' }, { en: 'For one unit.', zh: '每单位价格。' })),
    ),
    score: Part(
      {
        emptyMetresSaved: Whole(
          0,
          Number.MAX_SAFE_INTEGER,
          { en: 'Empty metres saved', zh: '节省空驶里程' },
          {
            en: 'Metres of the offered run that are no longer driven empty, by the share of the slot that is used.',
            zh: '按所用时段份额计，供给方行程中不再空驶的里程，单位为米。',
          },
          { 'x-unit': 'm', ...privacy('business', 'measure') },
        ),
        costMinor: Whole(
          0,
          Number.MAX_SAFE_INTEGER,
          { en: 'Cost', zh: '费用' },
          {
            en: 'Price of all units, in minor units of its currency; 0 without a price.',
            zh: '全部单位的价格，以其货币最小单位计；无价格时为 0。',
          },
          privacy('business', 'money'),
        ),
        serviceRank: Whole(
          1,
          1_000_000,
          { en: 'Rank', zh: '排序' },
          {
            en: 'Place among the matches of the demand, from 1.',
            zh: '在该需求各匹配中的次序，从 1 起。',
          },
        ),
        method: Optional(
          Line(
            40,
            { en: 'Method', zh: '匹配方法' },
            { en: 'Absent: the reference matcher.', zh: '不出现即为参考匹配算法。' },
            privacy('business', 'business-text'),
          ),
        ),
      },
      words(
        { en: 'Score', zh: '评分' },
        { en: 'Why this offer and this demand.', zh: '匹配该供给与需求的依据。' },
      ),
    ),
    expiresAt: Ref(
      Instant,
      words(
        { en: 'Expires at', zh: '到期时刻' },
        { en: 'Until when the sides may decide.', zh: '双方作出决定的期限。' },
      ),
    ),
    status: Ref(MatchStatus),
    offeredBy: Optional(
      Ref(
        PartyRef,
        words(
          { en: 'Offered by', zh: '供给方' },
          { en: 'Only once the match is confirmed.', zh: '仅在确认后出现。' },
        ),
      ),
    ),
    demandedBy: Optional(
      Ref(
        PartyRef,
        words(
          { en: 'Demanded by', zh: '需求方' },
          { en: 'Only once the match is confirmed.', zh: '仅在确认后出现。' },
        ),
      ),
    ),
    ...storedMembers,
  },
);
export type MatchProposal = Static<typeof MatchProposal>;

const { score: _, ...withoutScore } = proposal;
const offeredBy = { partyId: 'ZZEXPRESS', role: 'courier' } as const;
const demandedBy = { partyId: 'SHOPONE', role: 'platform' } as const;

export const matchProposalMessage = defineMessage({
  schema: MatchProposal,
  requirements: [
    {
      id: 'CAP-004',
      level: 'MUST NOT',
      roles: ['hub'],
      position: 'server',
      tier: 'C',
      text: {
        en: 'A side sees the identity of the other before CONFIRMED.',
        zh: '确认前不得披露对方身份。',
      },
      wire: 'payload scan',
      judgedBy: 'check',
    },
    {
      id: 'CAP-005',
      level: 'MUST',
      roles: ['hub'],
      position: 'server',
      tier: 'C',
      clause: 'SC-18',
      text: {
        en: 'The same inputs give the same proposals under the reference matcher.',
        zh: '同一输入得到同一匹配。',
      },
      wire: 'vectors',
      judgedBy: 'check',
    },
  ],
  examples: {
    valid: {
      'nobody is named': proposal,
      'both have accepted': {
        ...proposal,
        status: 'CONFIRMED',
        revision: 2,
        offeredBy,
        demandedBy,
      },
      'found in another way': {
        ...proposal,
        score: { ...proposal.score, method: 'auction' },
      },
    },
    invalid: {
      'score is missing': { value: withoutScore, breaks: { pointer: '', rule: 'required' } },
      'a match of nothing': {
        value: { ...proposal, quantity: 0 },
        breaks: { pointer: '/quantity', rule: 'minimum' },
      },
      'the slot ends before it begins': {
        value: { ...proposal, slotEndsAt: '2026-11-25T18:00:00+08:00' },
        breaks: { pointer: '/slotEndsAt', rule: 'DSC-021', requirement: 'DSC-021' },
      },
      'a side is named too early': {
        value: { ...proposal, offeredBy },
        breaks: { pointer: '/offeredBy', rule: 'CAP-004', requirement: 'CAP-004' },
      },
    },
  },
});
