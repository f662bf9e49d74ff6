import { privacy, WholeWord } from '../define/index.ts';

/** The form with three copies no longer exists. */
export const CopyCount = WholeWord(
  'CopyCount',
  { en: 'Copies', zh: '联数' },
  { en: 'How many copies the label has.', zh: '面单的联数。' },
  { minimum: 1, maximum: 2, ...privacy('business', 'measure') },
);
