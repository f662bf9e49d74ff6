import { defineCodeList } from '../define/index.ts';

/** Trade names of couriers map to these. */
export const ServiceProduct = defineCodeList({
  name: 'ServiceProduct',
  version: '2026-11',
  title: { en: 'Service product', zh: '服务产品' },
  description: {
    en: 'What the courier promises about speed and handling.',
    zh: '快递企业承诺的时效与处理方式。',
  },
  growth: { fallback: 'STANDARD' },
  codes: {
    STANDARD: { en: 'Standard', zh: '标准快递' },
    EXPRESS: { en: 'Express', zh: '特快' },
    ECONOMY: { en: 'Economy', zh: '经济' },
    SAME_DAY: { en: 'Same day', zh: '当日达' },
    NEXT_DAY: { en: 'Next day', zh: '次日达' },
    HEAVY: { en: 'Heavy goods', zh: '重货' },
    COLD_CHAIN: { en: 'Cold chain', zh: '冷链' },
  },
});
