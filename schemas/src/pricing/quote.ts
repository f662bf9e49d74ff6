import type { Static } from '@sinclair/typebox';
import {
  defineMessage,
  ListOf,
  Optional,
  Part,
  Ref,
  Resource,
  Whole,
  words,
} from '../define/index.ts';
import { Instant } from '../vocabulary/instant.ts';
import { Money } from '../vocabulary/money.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { VasCode } from '../vocabulary/vas-code-codes.ts';
import { WeightGrams } from '../vocabulary/weight-grams.ts';
import { quote } from './_examples.ts';
import { ChargeBasis, ChargeComponent, QuoteStatus } from './pricing-codes.ts';

/** Which service a line is for, so that nobody pays for one that was not chosen. */
export const vasCodeOfLine = Optional(
  Ref(
    VasCode,
    words(
      { en: 'Service', zh: '服务' },
      { en: 'With component VAS and no other.', zh: '仅当构成为增值时给出。' },
    ),
  ),
);

export const Quote = Resource(
  'Quote',
  { en: 'Quote', zh: '报价' },
  {
    en: 'What a package costs, line by line, and until when that holds.',
    zh: '一件包裹的分项价格及其有效期。',
  },
  {
    quoteId: Ref(
      Uuid,
      words(
        { en: 'Quote id', zh: '报价标识' },
        { en: 'An order names it to be charged as quoted.', zh: '订单引用后按报价计费。' },
      ),
    ),
    status: Ref(QuoteStatus),
    lines: ListOf(
      Part({
        component: Ref(ChargeComponent),
        basis: Ref(ChargeBasis),
        vasCode: vasCodeOfLine,
        unitGrams: Optional(
          Ref(
            WeightGrams,
            words(
              { en: 'Unit', zh: '计价单位' },
              { en: 'Grams that one unit price is for.', zh: '每个单价对应的克数。' },
            ),
          ),
        ),
        unitPrice: Optional(
          Ref(
            Money,
            words(
              { en: 'Unit price', zh: '单价' },
              { en: 'Price of one unit.', zh: '每单位价格。' },
            ),
          ),
        ),
        amount: Ref(
          Money,
          words({ en: 'Amount', zh: '金额' }, { en: 'Amount of this line.', zh: '该项金额。' }),
        ),
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
    validUntilAt: Ref(
      Instant,
      words(
        { en: 'Valid until', zh: '有效期至' },
        { en: 'Until then equal inputs cost the same.', zh: '此前同条件价格不变。' },
      ),
    ),
    minTransitDayCount: Optional(
      Whole(
        0,
        365,
        { en: 'Shortest transit', zh: '最短时效' },
        { en: 'Days from pickup to delivery, at least.', zh: '揽收至签收的最少天数。' },
      ),
    ),
    maxTransitDayCount: Optional(
      Whole(
        0,
        365,
        { en: 'Longest transit', zh: '最长时效' },
        { en: 'Days from pickup to delivery, at most.', zh: '揽收至签收的最多天数。' },
      ),
    ),
    ...storedMembers,
  },
);
export type Quote = Static<typeof Quote>;

const { validUntilAt: _, ...withoutEnd } = quote;
const [firstLine, ...otherLines] = quote.lines;

export const quoteMessage = defineMessage({
  schema: Quote,
  requirements: [],
  examples: {
    valid: {
      'first weight, continued weight and insurance': quote,
      'used by an order': { ...quote, status: 'USED', revision: 2 },
      'one line alone': {
        ...quote,
        lines: [
          { component: 'FIRST_WEIGHT', basis: 'WEIGHT', amount: { currency: 'CNY', minor: 600 } },
        ],
        total: { currency: 'CNY', minor: 600 },
      },
    },
    invalid: {
      'it holds for ever': { value: withoutEnd, breaks: { pointer: '', rule: 'required' } },
      'a total off by one minor unit': {
        value: { ...quote, total: { currency: 'CNY', minor: quote.total.minor + 1 } },
        breaks: { pointer: '/total', rule: 'DSC-021', requirement: 'DSC-021' },
      },
      'two currencies': {
        value: {
          ...quote,
          lines: [{ ...firstLine, amount: { currency: 'USD', minor: 600 } }, ...otherLines],
        },
        breaks: { pointer: '/total', rule: 'DSC-021', requirement: 'DSC-021' },
      },
      'a service without its name': {
        value: {
          ...quote,
          lines: [{ component: 'VAS', basis: 'PIECE', amount: quote.total }],
        },
        breaks: { pointer: '/lines/0', rule: 'DSC-021', requirement: 'DSC-021' },
      },
      'delivered before it can be': {
        value: { ...quote, minTransitDayCount: 3, maxTransitDayCount: 2 },
        breaks: { pointer: '/maxTransitDayCount', rule: 'DSC-021', requirement: 'DSC-021' },
      },
      'no line at all': {
        value: { ...quote, lines: [], total: { currency: 'CNY', minor: 0 } },
        breaks: { pointer: '/lines', rule: 'minItems' },
      },
    },
  },
});
