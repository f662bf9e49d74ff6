import type { Static } from '@sinclair/typebox';
import { defineOperation, pageOf, Ref } from '../define/index.ts';
import { ConsumerRef } from './consumer-ref.ts';
import { GreenCreditEntry, returnedBox } from './green-credit-entry.ts';

export const GreenCreditEntryPage = pageOf(GreenCreditEntry, {
  en: 'entries of green credit',
  zh: '绿色积分分录',
});
export type GreenCreditEntryPage = Static<typeof GreenCreditEntryPage>;

export const listGreenCredits = defineOperation({
  name: 'list-green-credits',
  since: '1.0',
  title: { en: 'List green credits', zh: '绿色积分流水' },
  description: {
    en: "For the consumer's own application, and for the packaging operator that holds the reference.",
    zh: '供消费者本人的应用及持有该引用的循环包装运营方查询。',
  },
  servedBy: ['platform'],
  calledBy: ['packaging-operator', 'consignee'],
  method: 'GET',
  path: '/v1/green-credit-entries',
  query: { consumerRef: Ref(ConsumerRef) },
  requiredQuery: ['consumerRef'],
  answer: { status: 200, body: GreenCreditEntryPage },
  problems: ['NOT_FOUND', 'CURSOR_EXPIRED'],
  requirements: [],
  examples: {
    answer: {
      valid: { 'the only entry': { items: [returnedBox] } },
      invalid: {
        'items is missing': { value: {}, breaks: { pointer: '', rule: 'required' } },
        'an entry reverses nothing': {
          value: { items: [{ ...returnedBox, reason: 'REVERSED' }] },
          breaks: { pointer: '/items/0', rule: 'PKG-004', requirement: 'PKG-004' },
        },
      },
    },
  },
});
