import { privacy, region, Word } from '../define/index.ts';

/** Means nothing without the version of its table. */
export const RegionCode = Word(
  'RegionCode',
  { en: 'Region code', zh: '行政区划代码' },
  {
    en: 'Six digits; ends in 00 where a level does not exist.',
    zh: '六位数字；无相应层级处以 00 结尾。',
  },
  {
    pattern: '[0-9]{6}',
    maxLength: 6,
    'x-source': 'GB/T 2260',
    ...region('division'),
    ...privacy('pseudonymous', 'addr.division'),
  },
);
