import { check, defineMessage, privacy, Word } from '../define/index.ts';

/** 128 random bits and a check character against slips of copying; never a hash. */
export const ConsigneeRef = Word(
  'ConsigneeRef',
  { en: 'Consignee reference', zh: '收件人引用' },
  {
    en: 'Random reference to a person, another one for every recipient and order.',
    zh: '指向自然人的随机引用，不同接收方、不同订单各不相同。',
  },
  {
    pattern: 'cr1_[A-Za-z0-9_-]{23}',
    maxLength: 27,
    ...check('consignee-ref'),
    ...privacy('pseudonymous', 'opaque-ref', { subject: 'consignee' }),
  },
);

export const consigneeRefMessage = defineMessage({
  schema: ConsigneeRef,
  requirements: [],
  examples: {
    valid: {
      'bytes that count up': 'cr1_AAECAwQFBgcICQoLDA0ODw4',
      zeros: 'cr1_AAAAAAAAAAAAAAAAAAAAAAA',
      ones: 'cr1______________________w0',
      'any bytes': 'cr1_8OHSw7Sllod4aVpLPC0eDwL',
    },
    invalid: {
      'a wrong check character': {
        value: 'cr1_AAECAwQFBgcICQoLDA0ODw5',
        breaks: { pointer: '', rule: 'check-digit' },
      },
      'no check character': {
        value: 'cr1_AAECAwQFBgcICQoLDA0ODw',
        breaks: { pointer: '', rule: 'pattern' },
      },
    },
  },
});
