import { privacy, region, Word } from '../define/index.ts';

/** The first six are the region code. */
export const TownCode = Word(
  'TownCode',
  { en: 'Town code', zh: '乡级代码' },
  { en: 'Nine digits of a township or street.', zh: '乡镇、街道的九位代码。' },
  {
    pattern: '[0-9]{9}',
    maxLength: 9,
    'x-source': 'GB/T 10114',
    ...region('town'),
    ...privacy('pseudonymous', 'addr.division'),
  },
);
