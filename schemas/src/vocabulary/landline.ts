import { privacy, Word } from '../define/index.ts';

/** The extension is a member of its own. */
export const Landline = Word(
  'Landline',
  { en: 'Landline number', zh: '固定电话号码' },
  { en: 'Number in E.164 form; plaintext.', zh: 'E.164 格式号码；明文。' },
  {
    pattern: '\\+[1-9][0-9]{6,14}',
    maxLength: 16,
    'x-source': 'ITU-T E.164',
    ...privacy('personal', 'phone.landline', { subject: 'consignee' }),
  },
);
