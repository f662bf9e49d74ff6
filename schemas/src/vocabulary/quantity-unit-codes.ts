import { defineCodeList } from '../define/index.ts';

/** Codes of another standard, as they are. */
export const QuantityUnit = defineCodeList({
  name: 'QuantityUnit',
  version: '2026-11',
  title: { en: 'Unit of quantity', zh: '数量单位' },
  description: { en: 'What is counted.', zh: '计数的单位。' },
  growth: 'closed',
  source: 'UN/ECE Recommendation 20',
  codes: {
    C62: { en: 'Piece', zh: '件' },
    KGM: { en: 'Kilogram', zh: '千克' },
  },
});
