import { privacy, Word } from '../define/index.ts';

/** Codes of another standard, as they are. The list is long and grows, so only the form is judged. */
export const QuantityUnit = Word(
  'QuantityUnit',
  { en: 'Unit of quantity', zh: '数量单位' },
  {
    en: 'What is counted: C62 is a piece, KGM a kilogram.',
    zh: '计数的单位：C62 为件，KGM 为千克。',
  },
  {
    pattern: '[A-Z0-9]{2,3}',
    maxLength: 3,
    'x-source': 'UN/ECE Recommendation 20',
    ...privacy('business', 'code'),
  },
);
