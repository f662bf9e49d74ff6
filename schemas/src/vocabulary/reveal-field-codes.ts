import { defineCodeList } from '../define/index.ts';

/** ID_NUMBER only with customs declaration, and sealed. */
export const RevealField = defineCodeList({
  name: 'RevealField',
  version: '2026-11',
  title: { en: 'Revealed field', zh: '揭示字段' },
  description: { en: 'What a reveal may hand out.', zh: '揭示可提供的字段。' },
  growth: 'closed',
  codes: {
    NAME: { en: 'Name', zh: '姓名' },
    PHONE: { en: 'Phone', zh: '电话' },
    ADDRESS: { en: 'Address', zh: '详细地址' },
    DELIVERY_NOTE: { en: 'Delivery note', zh: '派送备注' },
    ID_NUMBER: { en: 'ID number', zh: '证件号' },
  },
});
