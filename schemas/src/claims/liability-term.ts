import type { Static } from '@sinclair/typebox';
import {
  Closed,
  defineMessage,
  Flag,
  ListOf,
  Optional,
  Ref,
  Whole,
  words,
} from '../define/index.ts';
import { Money } from '../vocabulary/money.ts';
import { ExceptionKind, LiabilityRule } from './claims-codes.ts';

/** One row of the agreed table of liability. The first row that fits a claim decides it. */
export const LiabilityTerm = Closed(
  'LiabilityTerm',
  { en: 'Term of liability', zh: '赔偿条款' },
  {
    en: 'Which claims it is for, by which rule they are decided, and how much is owed at most.',
    zh: '适用的理赔、所依规则与赔付上限。',
  },
  {
    kinds: Optional(
      ListOf(Ref(ExceptionKind), 1, 10, {
        uniqueItems: true,
        ...words(
          { en: 'Kinds', zh: '异常类型' },
          { en: 'For which it is. Absent: for every kind.', zh: '适用的类型；不出现即全部。' },
        ),
      }),
    ),
    isInsured: Flag(
      { en: 'Insured', zh: '已保价' },
      {
        en: 'Whether it is for insured parcels or for the others.',
        zh: '适用于已保价或未保价的包裹。',
      },
    ),
    rule: Ref(LiabilityRule),
    limit: Optional(
      Ref(
        Money,
        words({ en: 'Limit', zh: '限额' }, { en: 'No more than this.', zh: '赔付不超过此额。' }),
      ),
    ),
    chargeMultiple: Optional(
      Whole(
        1,
        1000,
        { en: 'Multiple of the charge', zh: '运费倍数' },
        {
          en: 'No more than so many times the express charge of the parcel.',
          zh: '赔付不超过该包裹运费的倍数。',
        },
      ),
    ),
    deductible: Optional(
      Ref(
        Money,
        words(
          { en: 'Deductible', zh: '免赔额' },
          { en: 'What the claimant bears of the loss.', zh: '损失中由索赔方自负的部分。' },
        ),
      ),
    ),
  },
);
export type LiabilityTerm = Static<typeof LiabilityTerm>;

export const liabilityTerm = defineMessage({
  schema: LiabilityTerm,
  requirements: [],
  examples: {
    valid: {
      'insured: up to the declared value': { isInsured: true, rule: 'DECLARED_VALUE' },
      'a late parcel: the charge and no more': {
        kinds: ['DELAY'],
        isInsured: false,
        rule: 'CONTRACT_LIMIT',
        chargeMultiple: 1,
      },
      'the policy of an insurer': {
        isInsured: false,
        rule: 'INSURANCE',
        limit: { currency: 'CNY', minor: 500_000 },
        deductible: { currency: 'CNY', minor: 10_000 },
      },
    },
    invalid: {
      'no rule': {
        value: { isInsured: false },
        breaks: { pointer: '', rule: 'required' },
      },
      'a kind twice': {
        value: { kinds: ['LOST', 'LOST'], isInsured: false, rule: 'ACTUAL_LOSS' },
        breaks: { pointer: '/kinds', rule: 'uniqueItems' },
      },
      'the declared value of what was not insured': {
        value: { isInsured: false, rule: 'DECLARED_VALUE' },
        breaks: { pointer: '/rule', rule: 'CLM-003', requirement: 'CLM-003' },
      },
      'a limit of the contract that is none': {
        value: { isInsured: false, rule: 'CONTRACT_LIMIT' },
        breaks: { pointer: '', rule: 'DSC-023', requirement: 'DSC-023' },
      },
    },
  },
});
