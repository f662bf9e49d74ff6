import type { Static } from '@sinclair/typebox';
import { defineMessage, Optional, Ref, Resource, words } from '../define/index.ts';
import { Instant } from '../vocabulary/instant.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { teaClaim } from './_examples.ts';
import { ClaimDecision } from './claim-decision.ts';
import { claimMembers } from './claim-filing.ts';
import { ClaimStatus } from './claims-codes.ts';

/** Kept by who decides it: the courier or the insurer. */
export const Claim = Resource(
  'Claim',
  { en: 'Claim', zh: '理赔' },
  { en: 'A claim for a parcel, and its decision.', zh: '就一件包裹的索赔及其决定。' },
  {
    ...claimMembers,
    status: Ref(ClaimStatus),
    decisionDueAt: Ref(
      Instant,
      words(
        { en: 'Decision due at', zh: '决定期限' },
        {
          en: '30 days from createdAt unless the agreement says otherwise.',
          zh: '协议另有约定外为提交后 30 日。',
        },
      ),
    ),
    decision: Optional(Ref(ClaimDecision)),
    appealDueAt: Optional(
      Ref(
        Instant,
        words(
          { en: 'Appeal due at', zh: '申诉期限' },
          {
            en: 'Of a rejected claim: 15 days from the decision.',
            zh: '驳回的理赔：决定后 15 日。',
          },
        ),
      ),
    ),
    ...storedMembers,
  },
);
export type Claim = Static<typeof Claim>;

const partly = {
  decision: 'PARTLY',
  amount: { currency: 'CNY', minor: 10_000 },
  rule: 'DECLARED_VALUE',
  decidedAt: '2026-11-20T09:00:00+08:00',
} as const;
const approved: Claim = {
  ...teaClaim,
  status: 'APPROVED',
  decision: partly,
  revision: 3,
  updatedAt: '2026-11-20T09:00:00+08:00',
};
const { declaredValue, ...undeclared } = approved;

export const claim = defineMessage({
  schema: Claim,
  requirements: [
    {
      id: 'CLM-002',
      level: 'MUST',
      roles: ['courier'],
      position: 'server',
      tier: 'C',
      text: { en: 'A claim is decided within the agreed time.', zh: '理赔须按期决定。' },
      wire: 'clock',
      judgedBy: 'check',
    },
    {
      id: 'CLM-003',
      level: 'MUST',
      roles: ['courier'],
      position: 'server',
      tier: 'C',
      text: {
        en: 'With insured value the amount is at most the declared value; without, the rule is named.',
        zh: '赔付不超保价并注明规则。',
      },
      wire: 'decision',
      judgedBy: 'check',
    },
  ],
  examples: {
    valid: {
      'just filed': teaClaim,
      'approved up to the declared value': approved,
      'rejected, and open to an appeal': {
        ...undeclared,
        isInsured: false,
        status: 'REJECTED',
        decision: {
          decision: 'REJECTED',
          amount: { currency: 'CNY', minor: 0 },
          rule: 'ACTUAL_LOSS',
          decidedAt: '2026-11-20T09:00:00+08:00',
        },
        appealDueAt: '2026-12-05T09:00:00+08:00',
      },
    },
    invalid: {
      'an unknown status': {
        value: { ...teaClaim, status: 'DONE' },
        breaks: { pointer: '/status', rule: 'enum' },
      },
      'the revision before the first': {
        value: { ...teaClaim, revision: 0 },
        breaks: { pointer: '/revision', rule: 'minimum' },
      },
      'paid above the declared value': {
        value: {
          ...approved,
          decision: { ...partly, amount: { currency: 'CNY', minor: 10_001 } },
        },
        breaks: { pointer: '/decision/amount', rule: 'CLM-003', requirement: 'CLM-003' },
      },
      'declared value as the rule of what was not insured': {
        value: { ...undeclared, isInsured: false },
        breaks: { pointer: '/decision/rule', rule: 'CLM-003', requirement: 'CLM-003' },
      },
      'approved in full for less than was claimed': {
        value: { ...approved, decision: { ...partly, decision: 'APPROVED' } },
        breaks: { pointer: '/decision/decision', rule: 'DSC-021', requirement: 'DSC-021' },
      },
      'approved without a decision': {
        value: { ...teaClaim, status: 'APPROVED' },
        breaks: { pointer: '', rule: 'DSC-021', requirement: 'DSC-021' },
      },
    },
  },
});
