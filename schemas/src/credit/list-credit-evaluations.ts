import type { Static } from '@sinclair/typebox';
import { defineOperation, pageOf, Ref, words } from '../define/index.ts';
import { PartyId } from '../vocabulary/party-id.ts';
import { timeliness } from './_examples.ts';
import { CreditEvaluation } from './credit-evaluation.ts';

export const CreditEvaluationPage = pageOf(CreditEvaluation, {
  en: 'credit score',
  zh: '信用评分',
});
export type CreditEvaluationPage = Static<typeof CreditEvaluationPage>;

export const listCreditEvaluations = defineOperation({
  name: 'list-credit-evaluations',
  since: '1.0',
  title: { en: 'List credit scores', zh: '列出信用评分' },
  servedBy: ['hub'],
  calledBy: ['platform', 'courier', 'merchant', 'regulator'],
  method: 'GET',
  path: '/v1/credit-evaluations',
  query: {
    partyId: Ref(
      PartyId,
      words(
        { en: 'Organisation', zh: '单位' },
        { en: 'Only scores of this organisation.', zh: '仅限该单位的评分。' },
      ),
    ),
  },
  answer: { status: 200, body: CreditEvaluationPage },
  problems: [],
  requirements: [],
  examples: {
    answer: {
      valid: { 'none so far': { items: [] }, 'one score': { items: [timeliness] } },
      invalid: {
        'items are missing': { value: {}, breaks: { pointer: '', rule: 'required' } },
        'an item is a number': {
          value: { items: [935] },
          breaks: { pointer: '/items/0', rule: 'type' },
        },
      },
    },
  },
});
