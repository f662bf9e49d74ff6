import { privacy, WholeWord } from '../define/index.ts';

/** Grams, so that the share of one parcel is still a whole number. */
export const Co2eGrams = WholeWord(
  'Co2eGrams',
  { en: 'Emission', zh: '排放量' },
  { en: 'Emission in grams of carbon dioxide equivalent.', zh: '排放量，单位为克二氧化碳当量。' },
  {
    minimum: 0,
    maximum: Number.MAX_SAFE_INTEGER,
    'x-unit': 'g',
    ...privacy('business', 'measure'),
  },
);
