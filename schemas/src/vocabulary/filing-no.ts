import { privacy, Word } from '../define/index.ts';

/** Whatever the office wrote. */
export const FilingNo = Word(
  'FilingNo',
  { en: 'Filing number', zh: '备案号' },
  { en: 'Opaque number of a filing.', zh: '备案的不透明编号。' },
  { minLength: 1, maxLength: 40, ...privacy('business', 'none') },
);
