import { check, privacy, Word } from '../define/index.ts';

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
