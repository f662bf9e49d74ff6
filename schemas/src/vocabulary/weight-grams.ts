import { privacy, WholeWord } from '../define/index.ts';

/** Couriers bill on it, so it is never rounded to kilograms. */
export const WeightGrams = WholeWord(
  'WeightGrams',
  { en: 'Weight', zh: '重量' },
  { en: 'Gross weight including packaging, in grams.', zh: '含包装的毛重，单位为克。' },
  { minimum: 1, maximum: 200_000, 'x-unit': 'g', ...privacy('business', 'measure') },
);
