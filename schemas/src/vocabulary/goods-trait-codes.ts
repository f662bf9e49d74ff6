import { defineCodeList } from '../define/index.ts';

/** A trait that a receiver does not know is passed over. */
export const GoodsTrait = defineCodeList({
  name: 'GoodsTrait',
  version: '2026-11',
  title: { en: 'Goods trait', zh: '商品特性' },
  description: {
    en: 'Trait that changes how a parcel is handled.',
    zh: '影响快件处理方式的特性。',
  },
  growth: { fallback: 'IGNORE' },
  codes: {
    FRAGILE: { en: 'Fragile', zh: '易碎' },
    LIQUID: { en: 'Liquid', zh: '液体' },
    BATTERY: { en: 'Battery', zh: '含电池' },
    FRESH: { en: 'Fresh', zh: '生鲜' },
    VALUABLE: { en: 'Valuable', zh: '贵重' },
    DANGEROUS: { en: 'Dangerous', zh: '危险品' },
    MAGNETIC: { en: 'Magnetic', zh: '带磁' },
  },
});
