import { check, defineMessage, privacy, Word } from '../define/index.ts';

/** The lengths are those of the four bar codes. */
export const Gtin = Word(
  'Gtin',
  { en: 'Trade item number', zh: '商品条码' },
  {
    en: 'Eight, twelve, thirteen or fourteen digits of GS1 that name a product.',
    zh: '标识商品的 8、12、13 或 14 位 GS1 代码。',
  },
  {
    pattern: '[0-9]{8}|[0-9]{12,14}',
    maxLength: 14,
    'x-source': 'GS1 General Specifications',
    ...check('gs1'),
    ...privacy('business', 'none'),
  },
);

export const gtinMessage = defineMessage({
  schema: Gtin,
  requirements: [],
  examples: {
    valid: {
      'thirteen digits': '4006381333931',
      'a number of mainland China': '6901234567892',
      'eight digits': '95040004',
    },
    invalid: {
      'a wrong check digit': {
        value: '4006381333932',
        breaks: { pointer: '', rule: 'check-digit' },
      },
      'a wrong check digit of eight': {
        value: '95040003',
        breaks: { pointer: '', rule: 'check-digit' },
      },
      'nine digits': { value: '400638133', breaks: { pointer: '', rule: 'pattern' } },
    },
  },
});
