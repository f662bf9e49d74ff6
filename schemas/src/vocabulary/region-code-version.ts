import { privacy, Word } from '../define/index.ts';

/** Two published tables disagree, and codes retire. */
export const RegionCodeVersion = Word(
  'RegionCodeVersion',
  { en: 'Version of the region table', zh: '区划代码版本' },
  { en: 'The table that the region code is from.', zh: '区划代码所依据的表。' },
  {
    pattern: 'GBT2260-[0-9]{4}(-[0-9]{2})?|NBS-[0-9]{4}',
    maxLength: 15,
    ...privacy('public', 'technical'),
  },
);
