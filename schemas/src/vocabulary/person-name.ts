import { privacy, Word } from '../define/index.ts';

/** A masked value in it is an error. */
export const PersonName = Word(
  'PersonName',
  { en: 'Name of a person', zh: '姓名' },
  { en: 'Name as the person wrote it; plaintext.', zh: '本人填写的姓名；明文。' },
  { minLength: 1, maxLength: 40, ...privacy('personal', 'person-name', { subject: 'consignee' }) },
);
