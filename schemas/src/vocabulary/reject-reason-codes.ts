import { defineCodeList } from '../define/index.ts';

/** Also the restrictions of a serviceability answer. */
export const RejectReason = defineCodeList({
  name: 'RejectReason',
  version: '2026-11',
  title: { en: 'Reason of a rejection', zh: '拒单原因' },
  description: { en: 'Why the courier does not carry an order.', zh: '快递企业不予承运的原因。' },
  growth: { fallback: 'OTHER' },
  codes: {
    OUT_OF_AREA: { en: 'Out of area', zh: '超区' },
    PRODUCT_NOT_OFFERED: { en: 'Product not offered', zh: '产品未开通' },
    OVERWEIGHT: { en: 'Overweight', zh: '超重' },
    OVERSIZE: { en: 'Oversize', zh: '超尺寸' },
    PROHIBITED_ITEM: { en: 'Prohibited item', zh: '禁寄品' },
    CAPACITY: { en: 'Capacity', zh: '运力不足' },
    ACCOUNT_BLOCKED: { en: 'Account blocked', zh: '账户受限' },
    ADDRESS_QUALITY: { en: 'Address quality', zh: '地址不可解析' },
    INTERRUPTION: { en: 'Interruption', zh: '服务中断' },
    OTHER: { en: 'Other', zh: '其他' },
  },
});
