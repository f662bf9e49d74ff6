import { privacy, Word } from '../define/index.ts';

/** No 0 and no 1 in the place. */
export const UnLocode = Word(
  'UnLocode',
  { en: 'UN/LOCODE', zh: '联合国口岸及地名代码' },
  { en: 'Country and place.', zh: '国家与地点。' },
  {
    pattern: '[A-Z]{2}[A-Z2-9]{3}',
    maxLength: 5,
    'x-source': 'UN/ECE Recommendation 16',
    ...privacy('public', 'none'),
  },
);
