import type { Static } from '@sinclair/typebox';
import { Closed, defineMessage, Optional, Ref } from '../define/index.ts';
import { Landline } from './landline.ts';
import { PersonName } from './person-name.ts';
import { PhoneCn } from './phone-cn.ts';
import { PhoneExtension } from './phone-extension.ts';

/** Plaintext. That one of the two numbers is there is left to the rule layer. */
export const Contact = Closed(
  'Contact',
  { en: 'Contact', zh: '联系人' },
  {
    en: 'Name and at least one number of a person, in plaintext.',
    zh: '自然人的明文姓名与至少一个号码。',
  },
  {
    name: Ref(PersonName),
    mobile: Optional(Ref(PhoneCn)),
    landline: Optional(Ref(Landline)),
    extension: Optional(Ref(PhoneExtension)),
  },
);
export type Contact = Static<typeof Contact>;

export const contactMessage = defineMessage({
  schema: Contact,
  requirements: [],
  examples: {
    valid: {
      'with a mobile': { name: '张三丰', mobile: '+8619900000001' },
      'with a landline': { name: '李样例', landline: '+8641100000066', extension: '12' },
    },
    invalid: {
      'no number at all': {
        value: { name: '张三丰' },
        breaks: { pointer: '', rule: 'contact-number' },
      },
      'a number in the name': {
        value: { name: '张19900000001', mobile: '+8619900000001' },
        breaks: { pointer: '/name', rule: 'digit-run' },
      },
      'a masked name': {
        value: { name: '张**', mobile: '+8619900000001' },
        breaks: { pointer: '/name', rule: 'masked-input' },
      },
      'a number without its country': {
        value: { name: '张三丰', mobile: '19900000001' },
        breaks: { pointer: '/mobile', rule: 'pattern' },
      },
      'no name': {
        value: { mobile: '+8619900000001' },
        breaks: { pointer: '', rule: 'required' },
      },
    },
  },
});
