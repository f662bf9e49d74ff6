import { privacy, Word } from '../define/index.ts';

/** The length is unconfirmed. */
export const ImpcCode = Word(
  'ImpcCode',
  { en: 'Mail processing centre code', zh: '国际邮件处理中心代码' },
  {
    en: 'Six letters that name an international mail processing centre.',
    zh: '标识国际邮件处理中心的六位字母。',
  },
  {
    pattern: '[A-Z]{6}',
    maxLength: 6,
    'x-source': 'UPU code list 108',
    ...privacy('public', 'none'),
  },
);
