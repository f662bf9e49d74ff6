import { privacy, Word } from '../define/index.ts';

/** Its number of decimals gives `minor` its meaning. */
export const CurrencyCode = Word(
  'CurrencyCode',
  { en: 'Currency code', zh: '货币代码' },
  { en: 'Three letters.', zh: '三位字母代码。' },
  { pattern: '[A-Z]{3}', maxLength: 3, 'x-source': 'ISO 4217', ...privacy('public', 'code') },
);
