import { privacy, WholeWord } from '../define/index.ts';

/** The unit of volumetric divisors. */
export const VolumeCubicCentimetres = WholeWord(
  'VolumeCubicCentimetres',
  { en: 'Volume', zh: '体积' },
  { en: 'Volume in cubic centimetres.', zh: '体积，单位为立方厘米。' },
  { minimum: 1, maximum: 10_000_000, 'x-unit': 'cm3', ...privacy('business', 'measure') },
);
