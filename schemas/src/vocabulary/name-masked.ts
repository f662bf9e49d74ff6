import { privacy, Word } from '../define/index.ts';

/** Up to eight code points, for a letter may have marks. */
export const NameMasked = Word(
  'NameMasked',
  { en: 'Masked name', zh: '脱敏姓名' },
  { en: 'First character and two stars, or three stars.', zh: '首字加两个星号，或三个星号。' },
  {
    pattern: '\\*{3}|[^* ]{1,8}\\*{2}',
    maxLength: 10,
    ...privacy('pseudonymous', 'person-name', { mask: 'cn-name-1', subject: 'consignee' }),
  },
);
