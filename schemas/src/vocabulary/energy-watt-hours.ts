import { privacy, WholeWord } from '../define/index.ts';

/** Watt-hours, so that a charge of a tricycle is still a whole number. */
export const EnergyWattHours = WholeWord(
  'EnergyWattHours',
  { en: 'Energy', zh: '电能' },
  { en: 'Energy in watt-hours.', zh: '电能，单位为瓦时。' },
  {
    minimum: 0,
    maximum: Number.MAX_SAFE_INTEGER,
    'x-unit': 'W.h',
    ...privacy('business', 'measure'),
  },
);
