import { looksMasked } from './looks-masked.ts';
import { ruleFor, unless } from './rule.ts';

/** A masked value posted back into a plain member, which would be a delivery to `张**`. */
export const noMaskedInput = ruleFor<string>({
  name: 'masked-input',
  id: 'masked-input',
  places: [
    {
      kinds: [
        'person-name',
        'phone.mobile',
        'phone.landline',
        'phone.virtual',
        'email',
        'addr.division',
        'addr.road',
        'addr.building',
        'addr.unit',
        'addr.freetext',
        'addr.code',
        'plate-number',
      ],
    },
  ],
  judge: (value, at) => unless(!looksMasked(value), at, 'masked-input'),
  severity: 'error',
  problem: 'MASKED_VALUE_AS_INPUT',
  requirement: 'PRV-004',
  displaces: true,
  text: { en: 'a masked value stands in a plain member', zh: '明文字段中出现了脱敏值' },
  hint: {
    en: 'Send the plain value, or the reference of the consignee and nothing plain.',
    zh: '请发送明文，或只发送收件人引用而不发送明文。',
  },
});
