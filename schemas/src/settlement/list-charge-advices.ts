import type { Static } from '@sinclair/typebox';
import { defineOperation, pageOf } from '../define/index.ts';
import { updatedSince } from '../vocabulary/updated-since.ts';
import { advice } from './_examples.ts';
import { ChargeAdvice } from './charge-advice.ts';

/** Advices of the waybills of the calling party. */
export const ChargeAdvicePage = pageOf(ChargeAdvice, { en: 'advices of charges', zh: '费用通知' });
export type ChargeAdvicePage = Static<typeof ChargeAdvicePage>;

export const listChargeAdvices = defineOperation({
  name: 'list-charge-advices',
  since: '1.0',
  title: { en: 'List advices of charges', zh: '费用通知列表' },
  servedBy: ['courier'],
  calledBy: ['platform', 'merchant'],
  method: 'GET',
  path: '/v1/charge-advices',
  query: {
    ...updatedSince,
  },
  answer: { status: 200, body: ChargeAdvicePage },
  problems: ['CURSOR_EXPIRED'],
  requirements: [],
  examples: {
    answer: {
      valid: { 'one waybill': { items: [advice] }, 'nothing was weighed': { items: [] } },
      invalid: {
        'items are missing': { value: {}, breaks: { pointer: '', rule: 'required' } },
        'an empty cursor': {
          value: { items: [], nextCursor: '' },
          breaks: { pointer: '/nextCursor', rule: 'minLength' },
        },
      },
    },
  },
});
