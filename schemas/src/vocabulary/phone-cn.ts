import { defineMessage, privacy, Word } from '../define/index.ts';

/** For inputs only; a masked value in it is an error. */
export const PhoneCn = Word(
  'PhoneCn',
  { en: 'Mobile number', zh: '手机号码' },
  {
    en: 'Number in E.164 form, a mobile of mainland China or a number abroad; plaintext.',
    zh: 'E.164 格式号码：中国内地手机号或境外号码；明文。',
  },
  {
    pattern: '\\+[1-9][0-9]{6,14}',
    maxLength: 16,
    'x-source': 'ITU-T E.164',
    ...privacy('personal', 'phone.mobile', { subject: 'consignee' }),
  },
);

export const phoneCnMessage = defineMessage({
  schema: PhoneCn,
  requirements: [],
  examples: {
    valid: {
      'a mobile': '+8619900000001',
      abroad: '+15555550100',
    },
    invalid: {
      'no country': { value: '19900000001', breaks: { pointer: '', rule: 'pattern' } },
      'a masked number': { value: '*******0001', breaks: { pointer: '', rule: 'masked-input' } },
    },
  },
});
