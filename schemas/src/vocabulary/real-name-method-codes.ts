import { defineCodeList } from '../define/index.ts';

/** The fact of it travels, the document number never. */
export const RealNameMethod = defineCodeList({
  name: 'RealNameMethod',
  version: '2026-11',
  title: { en: 'Method of identification', zh: '实名方式' },
  description: { en: 'How the sender was identified.', zh: '寄件人的实名核验方式。' },
  growth: 'closed',
  codes: {
    ID_DOCUMENT: { en: 'Identity document shown', zh: '证件核验' },
    AGREEMENT_CUSTOMER: { en: 'Agreement customer', zh: '协议用户' },
    ORGANISATION_USCC: { en: 'Organisation code', zh: '单位代码' },
  },
});
