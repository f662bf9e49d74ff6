import { privacy, Word } from '../define/index.ts';

/** The codes of a courier are its own. */
export const BranchCode = Word(
  'BranchCode',
  { en: 'Branch code', zh: '网点编码' },
  { en: 'Names a branch of the courier.', zh: '标识快递企业的网点。' },
  { minLength: 1, maxLength: 32, ...privacy('business', 'none') },
);
