import { defineCodeList } from '../define/index.ts';

/** One a part of the split. */
export const ChargeScope = defineCodeList({
  name: 'ChargeScope',
  version: '2026-11',
  title: { en: 'Scope of a charge', zh: '费用范围' },
  description: { en: 'What a discount is taken from.', zh: '折扣所抵减的费用。' },
  growth: 'closed',
  codes: {
    COMMODITY: { en: 'Commodity', zh: '商品' },
    EXPRESS: { en: 'Express', zh: '快递' },
    VAS: { en: 'Value-added service', zh: '增值' },
    PACKAGING: { en: 'Packaging', zh: '包装' },
  },
});
