import { defineMessage, privacy, Word } from '../define/index.ts';

/** Stations sort by the tail; the head would tell operator and place. */
export const PhoneMasked = Word(
  'PhoneMasked',
  { en: 'Masked phone', zh: '脱敏电话' },
  {
    en: 'Tail of a number with at least six digits hidden, or three stars.',
    zh: '至少隐去六位数字的号码尾段，或三个星号。',
  },
  {
    pattern:
      '\\*{3}|(\\*{7}[0-9]{4}|0[0-9]{2,3}-\\*{6}[0-9]{1,2}|\\+?\\*{6,13}[0-9]{1,2})(-\\*{3})?',
    maxLength: 20,
    ...privacy('pseudonymous', 'phone.mobile', { mask: 'phone-1', subject: 'consignee' }),
  },
);

export const phoneMaskedMessage = defineMessage({
  schema: PhoneMasked,
  requirements: [],
  examples: {
    valid: {
      'a mobile': '*******0001',
      'a landline': '0411-******66',
      'with an extension': '*******0001-***',
      'in doubt': '***',
    },
    invalid: {
      'too much shown': { value: '199****0001', breaks: { pointer: '', rule: 'pattern' } },
      'a plain number': { value: '19900000001', breaks: { pointer: '', rule: 'pattern' } },
    },
  },
});
