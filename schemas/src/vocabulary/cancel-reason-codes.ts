import { defineCodeList } from '../define/index.ts';

export const CancelReason = defineCodeList({
  name: 'CancelReason',
  version: '2026-11',
  title: { en: 'Reason of a cancellation', zh: '取消原因' },
  description: {
    en: 'Why an order, a waybill or a parcel on its way is called back.',
    zh: '撤回订单、运单或在途快件的原因。',
  },
  growth: { fallback: 'OTHER' },
  codes: {
    BUYER_CANCELLED: { en: 'Buyer cancelled', zh: '买家取消' },
    SELLER_CANCELLED: { en: 'Seller cancelled', zh: '卖家取消' },
    OUT_OF_STOCK: { en: 'Out of stock', zh: '缺货' },
    ADDRESS_INVALID: { en: 'Address invalid', zh: '地址无效' },
    DUPLICATE: { en: 'Duplicate', zh: '重复下单' },
    UNSERVICEABLE: { en: 'Unserviceable', zh: '无法服务' },
    PROHIBITED_ITEM: { en: 'Prohibited item', zh: '禁寄品' },
    RISK: { en: 'Risk control', zh: '风险控制' },
    OTHER: { en: 'Other', zh: '其他' },
  },
});
