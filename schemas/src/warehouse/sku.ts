import { privacy, Word } from '../define/index.ts';

/** As in the items of a package. */
export const Sku = Word(
  'Sku',
  { en: 'Stock keeping unit', zh: '商家编码' },
  {
    en: 'Code of the item at its owner; stock is counted by it.',
    zh: '货主的商品编码，库存按其计数。',
  },
  { minLength: 1, maxLength: 64, ...privacy('business', 'none') },
);
