import { privacy, Word } from '../define/index.ts';

/** Of no use without the code that opens it. */
export const CellNo = Word(
  'CellNo',
  { en: 'Cell number', zh: '格口号' },
  { en: 'Names a cell of one locker.', zh: '标识某快件箱的一个格口。' },
  { pattern: '[A-Z0-9-]{1,10}', maxLength: 10, ...privacy('business', 'none') },
);
