import { defineMessage, privacy, Word } from '../define/index.ts';

/** Random, never derived from a person or from another reference: nothing joins it with a `ConsigneeRef`. */
export const ConsumerRef = Word(
  'ConsumerRef',
  { en: 'Consumer reference', zh: '消费者引用' },
  {
    en: 'Random name of a consumer who collects green credits; another one at every platform.',
    zh: '积分消费者的随机引用，各平台互不相同。',
  },
  {
    pattern: 'cs_[A-Za-z0-9_-]{22}',
    maxLength: 25,
    ...privacy('pseudonymous', 'opaque-ref'),
  },
);

export const consumerRefMessage = defineMessage({
  schema: ConsumerRef,
  requirements: [],
  examples: {
    valid: { 'a consumer': 'cs_4f8Kq1Zr7Vb2LkD0sYw9cR' },
    invalid: {
      'a reference of a consignee': {
        value: 'cr1_AAECAwQFBgcICQoLDA0ODw4',
        breaks: { pointer: '', rule: 'maxLength' },
      },
    },
  },
});
