import { privacy, Word } from '../define/index.ts';

/** Coarser than a township. */
export const Postcode = Word(
  'Postcode',
  { en: 'Postcode', zh: '邮政编码' },
  { en: 'Six digits of a Chinese postcode.', zh: '六位中国邮政编码。' },
  { pattern: '[0-9]{6}', maxLength: 6, ...privacy('pseudonymous', 'addr.division') },
);
