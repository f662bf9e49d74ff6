import { privacy, region, Word } from '../define/index.ts';

/** Looked up in a table, for the letters alone say nothing. */
export const CountryCode = Word(
  'CountryCode',
  { en: 'Country code', zh: '国家或地区代码' },
  { en: 'Two letters; CN is mainland China.', zh: '两位字母代码；CN 指中国内地。' },
  {
    pattern: '[A-Z]{2}',
    maxLength: 2,
    'x-source': 'ISO 3166-1 alpha-2',
    ...region('country'),
    ...privacy('public', 'code'),
  },
);
