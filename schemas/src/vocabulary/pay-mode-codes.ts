import { defineCodeList } from '../define/index.ts';

/** Goods are paid for elsewhere. */
export const PayMode = defineCodeList({
  name: 'PayMode',
  version: '2026-11',
  title: { en: 'Mode of payment', zh: '付款方式' },
  description: { en: 'Who pays the courier.', zh: '向快递企业付费的一方。' },
  growth: 'closed',
  codes: {
    SENDER: { en: 'Sender pays', zh: '寄付' },
    CONSIGNEE: { en: 'Consignee pays', zh: '到付' },
    MONTHLY: { en: 'Monthly account', zh: '月结' },
    THIRD_PARTY: { en: 'Third party', zh: '第三方付' },
  },
});
