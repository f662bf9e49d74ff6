import type { Static } from '@sinclair/typebox';
import { Closed, defineMessage, Ref } from '../define/index.ts';
import { NameMasked } from './name-masked.ts';
import { PhoneMasked } from './phone-masked.ts';

/** One masked form a person and role, everywhere: two different masks of one value add up. */
export const ContactMasked = Closed(
  'ContactMasked',
  { en: 'Masked contact', zh: '脱敏联系人' },
  { en: 'Masked name and number of a person.', zh: '自然人的脱敏姓名与号码。' },
  { nameMasked: Ref(NameMasked), phoneMasked: Ref(PhoneMasked) },
);
export type ContactMasked = Static<typeof ContactMasked>;

export const contactMaskedMessage = defineMessage({
  schema: ContactMasked,
  requirements: [],
  examples: {
    valid: {
      'a mobile': { nameMasked: '张**', phoneMasked: '*******0001' },
      'a landline': { nameMasked: '欧**', phoneMasked: '0411-******66' },
      'abroad, with an extension': { nameMasked: 'J**', phoneMasked: '+*********55-***' },
      'in doubt': { nameMasked: '***', phoneMasked: '***' },
    },
    invalid: {
      'a plain name': {
        value: { nameMasked: '张三丰', phoneMasked: '*******0001' },
        breaks: { pointer: '/nameMasked', rule: 'pattern' },
      },
      'a mask with too much shown': {
        value: { nameMasked: '张**', phoneMasked: '199****0001' },
        breaks: { pointer: '/phoneMasked', rule: 'pattern' },
      },
    },
  },
});
