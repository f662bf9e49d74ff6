import type { Static } from '@sinclair/typebox';
import { Closed, defineMessage, Optional, Ref, words } from '../define/index.ts';
import { Instant } from '../vocabulary/instant.ts';
import { Money } from '../vocabulary/money.ts';
import { claimsText } from './_claims-text.ts';
import { ClaimDecisionKind, LiabilityRule } from './claims-codes.ts';

/** Read with the claim; the event that follows it names the new status alone. */
export const ClaimDecision = Closed(
  'ClaimDecision',
  { en: 'Decision of a claim', zh: '理赔决定' },
  { en: 'What is paid, and by which rule.', zh: '赔付金额及所依规则。' },
  {
    decision: Ref(ClaimDecisionKind),
    amount: Ref(
      Money,
      words(
        { en: 'Amount', zh: '赔付金额' },
        { en: 'What is paid; zero of what is rejected.', zh: '赔付的金额；驳回为零。' },
      ),
    ),
    rule: Ref(LiabilityRule),
    reasonText: Optional(
      claimsText(
        300,
        { en: 'Reason', zh: '理由' },
        {
          en: 'Why, without the name or the number of anybody.',
          zh: '决定的理由，不得含任何人的姓名或号码。',
        },
      ),
    ),
    decidedAt: Ref(
      Instant,
      words(
        { en: 'Decided at', zh: '决定时刻' },
        { en: 'When it was decided.', zh: '作出决定的时刻。' },
      ),
    ),
  },
);
export type ClaimDecision = Static<typeof ClaimDecision>;

const partly: ClaimDecision = {
  decision: 'PARTLY',
  amount: { currency: 'CNY', minor: 10_000 },
  rule: 'DECLARED_VALUE',
  reasonText: '按保价金额赔付',
  decidedAt: '2026-11-20T09:00:00+08:00',
};
const { rule: _, ...ruleless } = partly;

export const claimDecision = defineMessage({
  schema: ClaimDecision,
  requirements: [
    {
      id: 'CLM-005',
      level: 'MUST NOT',
      roles: 'any',
      position: 'server',
      tier: 'W',
      text: {
        en: 'Free texts of claims and complaints hold phones or names.',
        zh: '文本不得含电话或姓名。',
      },
      wire: 'scan',
      when: { offers: 'appealClaim' },
      judgedBy: 'check',
    },
  ],
  examples: {
    valid: {
      'the declared value is the limit': partly,
      'nothing is owed': {
        decision: 'REJECTED',
        amount: { currency: 'CNY', minor: 0 },
        rule: 'ACTUAL_LOSS',
        decidedAt: '2026-11-20T09:00:00+08:00',
      },
    },
    invalid: {
      'no rule is named': { value: ruleless, breaks: { pointer: '', rule: 'required' } },
      'paid and rejected': {
        value: { ...partly, decision: 'REJECTED' },
        breaks: { pointer: '/amount/minor', rule: 'DSC-021', requirement: 'DSC-021' },
      },
      'a phone number in the reason': {
        value: { ...partly, reasonText: '详询 199 0000 0001' },
        breaks: { pointer: '/reasonText', rule: 'digit-run' },
      },
      'the name of a courier in the reason': {
        value: { ...partly, reasonText: '破损由快递员李海棠所致' },
        breaks: { pointer: '/reasonText', rule: 'named-person', requirement: 'CLM-005' },
      },
    },
  },
});
