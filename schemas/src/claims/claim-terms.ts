import type { Static } from '@sinclair/typebox';
import { Closed, defineMessage, ListOf, Optional, Ref, type Text, words } from '../define/index.ts';
import { Duration } from '../vocabulary/duration.ts';
import { LiabilityTerm } from './liability-term.ts';

const within = (title: Text, description: Text) =>
  Optional(Ref(Duration, words(title, description)));

/** What an agreement may say about exceptions, claims and complaints; where it is silent the defaults hold. */
export const ClaimTerms = Closed(
  'ClaimTerms',
  { en: 'Terms of exceptions, claims and complaints', zh: '异常、理赔与投诉条款' },
  {
    en: 'Due times, and the table by which claims are decided.',
    zh: '各项期限与理赔所依的赔偿条款表。',
  },
  {
    instructionWithin: within(
      { en: 'Instruction within', zh: '指示时限' },
      {
        en: 'From when an exception was found. Absent: 48 hours.',
        zh: '自发现异常起；不出现即 48 小时。',
      },
    ),
    answerWithin: within(
      { en: 'Answer within', zh: '答复时限' },
      {
        en: 'From the receipt of a complaint. Absent: 7 days.',
        zh: '自收到投诉起；不出现即 7 日。',
      },
    ),
    decisionWithin: within(
      { en: 'Decision within', zh: '决定时限' },
      { en: 'From the filing of a claim. Absent: 30 days.', zh: '自提交理赔起；不出现即 30 日。' },
    ),
    liability: Optional(
      ListOf(
        Ref(LiabilityTerm),
        1,
        50,
        words(
          { en: 'Liability', zh: '赔偿条款表' },
          {
            en: 'The first row that fits decides. Where none fits: insured up to the declared value, else the actual loss.',
            zh: '首个适用的条款决定；均不适用时，已保价不超过保价金额，未保价按实际损失。',
          },
        ),
      ),
    ),
  },
);
export type ClaimTerms = Static<typeof ClaimTerms>;

export const claimTerms = defineMessage({
  schema: ClaimTerms,
  requirements: [],
  examples: {
    valid: {
      'nothing but the defaults': {},
      'quicker, and seven times the charge for what was not insured': {
        instructionWithin: 'PT24H',
        answerWithin: 'P3D',
        decisionWithin: 'P15D',
        liability: [
          { isInsured: true, rule: 'DECLARED_VALUE' },
          { isInsured: false, rule: 'CONTRACT_LIMIT', chargeMultiple: 7 },
        ],
      },
    },
    invalid: {
      'a month has no fixed length': {
        value: { decisionWithin: 'P1M' },
        breaks: { pointer: '/decisionWithin', rule: 'pattern' },
      },
      'a table without rows': {
        value: { liability: [] },
        breaks: { pointer: '/liability', rule: 'minItems' },
      },
    },
  },
});
