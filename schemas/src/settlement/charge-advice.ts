import type { Static } from '@sinclair/typebox';
import {
  defineMessage,
  ListOf,
  Optional,
  Part,
  privacy,
  Ref,
  Resource,
  Whole,
  words,
} from '../define/index.ts';
import { ChargeComponent } from '../pricing/pricing-codes.ts';
import { vasCodeOfLine } from '../pricing/quote.ts';
import { Money } from '../vocabulary/money.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { WaybillNo } from '../vocabulary/waybill-no.ts';
import { WeightGrams } from '../vocabulary/weight-grams.ts';
import { advice } from './_examples.ts';

/** One a waybill; a later weighing revises it. */
export const ChargeAdvice = Resource(
  'ChargeAdvice',
  { en: 'Advice of charges', zh: '费用通知' },
  {
    en: 'What a waybill cost, by its weight, and how that differs from its quote.',
    zh: '运单按重量计算的实际费用及其与报价的差异。',
  },
  {
    waybillNo: Ref(WaybillNo),
    actualWeightGrams: Ref(
      WeightGrams,
      words(
        { en: 'Actual weight', zh: '实际重量' },
        { en: 'Grams that were weighed.', zh: '称得的克数。' },
      ),
    ),
    billedWeightGrams: Ref(
      WeightGrams,
      words(
        { en: 'Billed weight', zh: '计费重量' },
        {
          en: 'The greater of actual and volumetric weight.',
          zh: '实际重量与体积重量中较大者。',
        },
      ),
    ),
    lines: ListOf(
      Part({
        component: Ref(ChargeComponent),
        amount: Ref(
          Money,
          words({ en: 'Amount', zh: '金额' }, { en: 'Amount of this line.', zh: '该项金额。' }),
        ),
        vasCode: vasCodeOfLine,
      }),
      1,
      40,
      words({ en: 'Lines', zh: '明细' }, { en: 'What the total is made of.', zh: '总额的构成。' }),
    ),
    total: Ref(
      Money,
      words(
        { en: 'Total', zh: '总额' },
        { en: 'Sum of the lines, in their one currency.', zh: '各项之和，币种一致。' },
      ),
    ),
    quoteId: Optional(
      Ref(
        Uuid,
        words(
          { en: 'Quote', zh: '报价' },
          { en: 'The quote that the order named.', zh: '订单所引用的报价。' },
        ),
      ),
    ),
    varianceMinor: Optional(
      Whole(
        -Number.MAX_SAFE_INTEGER,
        Number.MAX_SAFE_INTEGER,
        { en: 'Variance', zh: '差异' },
        {
          en: 'With quoteId: total less that of the quote, in minor units.',
          zh: '有报价时给出：总额减报价总额，以最小货币单位计。',
        },
        privacy('business', 'money'),
      ),
    ),
    ...storedMembers,
  },
);
export type ChargeAdvice = Static<typeof ChargeAdvice>;

const { varianceMinor: _, ...withoutVariance } = advice;
const { quoteId: _quote, ...unquoted } = withoutVariance;

export const chargeAdviceMessage = defineMessage({
  schema: ChargeAdvice,
  requirements: [
    {
      id: 'STL-004',
      level: 'MUST',
      roles: ['courier'],
      position: 'server',
      tier: 'C',
      text: {
        en: 'Charge components use the codes of the quote; the variance is stated.',
        zh: '费用构成须与报价同码并列明差异。',
      },
      wire: 'advice against quote',
      judgedBy: 'check',
    },
  ],
  examples: {
    valid: {
      'as it was quoted': advice,
      'heavier than it was said to be': {
        ...advice,
        actualWeightGrams: 1600,
        billedWeightGrams: 1600,
        lines: [
          { component: 'FIRST_WEIGHT', amount: { currency: 'CNY', minor: 600 } },
          { component: 'CONTINUED_WEIGHT', amount: { currency: 'CNY', minor: 200 } },
          { component: 'VAS', vasCode: 'INSURE', amount: { currency: 'CNY', minor: 100 } },
        ],
        total: { currency: 'CNY', minor: 900 },
        varianceMinor: 100,
      },
      'of an order without a quote': unquoted,
    },
    invalid: {
      'billed below what it weighs': {
        value: { ...advice, billedWeightGrams: 1299 },
        breaks: { pointer: '/billedWeightGrams', rule: 'DSC-021', requirement: 'DSC-021' },
      },
      'a total off by one minor unit': {
        value: { ...advice, total: { currency: 'CNY', minor: 801 } },
        breaks: { pointer: '/total', rule: 'DSC-021', requirement: 'DSC-021' },
      },
      'a service without its name': {
        value: { ...advice, lines: [{ component: 'VAS', amount: advice.total }] },
        breaks: { pointer: '/lines/0', rule: 'DSC-021', requirement: 'DSC-021' },
      },
      'quoted, and no word on the variance': {
        value: withoutVariance,
        breaks: { pointer: '', rule: 'STL-004', requirement: 'STL-004' },
      },
      'a component of no quote': {
        value: { ...advice, lines: [{ component: 'FREIGHT', amount: advice.total }] },
        breaks: { pointer: '/lines/0/component', rule: 'enum', requirement: 'STL-004' },
      },
    },
  },
});
