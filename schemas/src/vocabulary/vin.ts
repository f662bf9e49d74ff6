import { check, defineMessage, privacy, Word } from '../define/index.ts';

/** Its check character is not used on every market and only warns. */
export const Vin = Word(
  'Vin',
  { en: 'Vehicle identification number', zh: '车辆识别代号' },
  { en: 'Seventeen characters that name a vehicle.', zh: '标识车辆的 17 位代号。' },
  {
    pattern: '[A-HJ-NPR-Z0-9]{17}',
    maxLength: 17,
    'x-source': 'ISO 3779',
    ...check('vin'),
    ...privacy('business', 'none'),
  },
);

export const vinMessage = defineMessage({
  schema: Vin,
  requirements: [],
  examples: {
    valid: {
      'the usual example': '1M8GDM9AXKP042788',
      ones: '11111111111111111',
    },
    invalid: {
      'the letter O': { value: '1M8GDM9AXKPO42788', breaks: { pointer: '', rule: 'pattern' } },
    },
  },
});
