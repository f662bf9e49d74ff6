import { privacy, Word } from '../define/index.ts';

/** Never glued to the number: that has been a source of errors. */
export const PhoneExtension = Word(
  'PhoneExtension',
  { en: 'Extension', zh: '分机号' },
  { en: 'One to six digits dialled after the number.', zh: '拨通后再拨的一至六位数字。' },
  {
    pattern: '[0-9]{1,6}',
    maxLength: 6,
    ...privacy('personal', 'phone.landline', { subject: 'consignee' }),
  },
);
