import { privacy, Word } from '../define/index.ts';

/** Plates of new-energy vehicles have six places after the letter (unconfirmed). */
export const PlateNo = Word(
  'PlateNo',
  { en: 'Plate number', zh: '车牌号' },
  {
    en: 'Plate of a vehicle of mainland China, without separators.',
    zh: '中国内地机动车号牌，不含分隔符。',
  },
  {
    pattern: '[一-龥][A-Z][A-Z0-9]{4,5}[A-Z0-9挂学警港澳]',
    maxLength: 8,
    ...privacy('pseudonymous', 'plate-number'),
  },
);
