import { defineCodeList } from '../define/index.ts';

/** Names of the trade. */
export const BindingModel = defineCodeList({
  name: 'BindingModel',
  version: '2026-11',
  title: { en: 'Model of binding', zh: '绑定模式' },
  description: { en: 'How caller and consignee are joined.', zh: '主叫与收件人的接通方式。' },
  growth: 'closed',
  codes: {
    AXB: { en: 'Fixed pair', zh: '固定双方' },
    AXN: { en: 'One to many', zh: '一对多' },
    AXN_EXT: { en: 'Number and extension', zh: '号码加分机' },
    AXG: { en: 'Group', zh: '号码组' },
    CLICK_TO_CALL: { en: 'Click to call', zh: '点击呼叫' },
  },
});
