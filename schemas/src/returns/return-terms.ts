import type { Static } from '@sinclair/typebox';
import { Closed, defineMessage, Ref } from '../define/index.ts';
import { RefundBasis } from './return-codes.ts';

/** What an agreement may say about returns. */
export const ReturnTerms = Closed(
  'ReturnTerms',
  { en: 'Terms of returns', zh: '退货条款' },
  {
    en: 'The agreed rule of refunds. Without these terms a refund follows the inspection.',
    zh: '约定的退款规则；无此条款时质检后退款。',
  },
  { refundBasis: Ref(RefundBasis) },
);
export type ReturnTerms = Static<typeof ReturnTerms>;

export const returnTerms = defineMessage({
  schema: ReturnTerms,
  requirements: [],
  examples: {
    valid: { 'a refund at pickup': { refundBasis: 'PICKUP' } },
    invalid: {
      'no rule': { value: {}, breaks: { pointer: '', rule: 'required' } },
      'a rule of no list': {
        value: { refundBasis: 'NEVER' },
        breaks: { pointer: '/refundBasis', rule: 'enum' },
      },
    },
  },
});
