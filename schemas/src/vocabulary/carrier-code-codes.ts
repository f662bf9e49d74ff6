import { defineCodeList } from '../define/index.ts';

/** The mock courier has a code of its own, which production refuses. */
export const CarrierCode = defineCodeList({
  name: 'CarrierCode',
  version: '2026-11',
  title: { en: 'Carrier code', zh: '快递企业代码' },
  description: {
    en: 'Courier that carries the parcel; one that the list lacks sends OTHER and its party id stands for it.',
    zh: '承运的快递企业；表中没有的用 OTHER，并以主体标识代替。',
  },
  growth: { fallback: 'OTHER' },
  codes: {
    SF: { en: 'SF Express', zh: '顺丰' },
    ZTO: { en: 'ZTO', zh: '中通' },
    YTO: { en: 'YTO', zh: '圆通' },
    STO: { en: 'STO', zh: '申通' },
    YUNDA: { en: 'Yunda', zh: '韵达' },
    JTSD: { en: 'J&T Express', zh: '极兔' },
    JD: { en: 'JD Logistics', zh: '京东' },
    EMS: { en: 'EMS', zh: '邮政特快' },
    CNPOST: { en: 'China Post', zh: '邮政包裹' },
    DBL: { en: 'Deppon', zh: '德邦' },
    BEST: { en: 'Best', zh: '百世' },
    ZZ: { en: 'Mock courier', zh: '模拟快递', status: 'TEST_ONLY' },
    OTHER: { en: 'Other', zh: '其他' },
  },
});
