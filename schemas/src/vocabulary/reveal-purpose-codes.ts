import { defineCodeList } from '../define/index.ts';

/** The purpose decides the fields, the stage decides whether. */
export const RevealPurpose = defineCodeList({
  name: 'RevealPurpose',
  version: '2026-11',
  title: { en: 'Purpose of a reveal', zh: '揭示目的' },
  description: {
    en: 'Why plaintext or contact is asked for; there is no marketing purpose.',
    zh: '请求明文或联系能力的目的；不设营销目的。',
  },
  growth: 'closed',
  codes: {
    FULFIL_LABEL: { en: 'Fulfil label', zh: '面单打印' },
    FULFIL_DELIVER: { en: 'Fulfil deliver', zh: '末端派送' },
    FULFIL_SELF_SHIP: { en: 'Fulfil self ship', zh: '商家自发货' },
    FULFIL_ROUTE: { en: 'Fulfil route', zh: '路由分拣' },
    FULFIL_CONTACT: { en: 'Fulfil contact', zh: '履约联系' },
    FULFIL_COLLECT: { en: 'Fulfil collect', zh: '取件通知' },
    SERVICE_ADDRESS_CHANGE: { en: 'Service address change', zh: '修改地址' },
    SERVICE_NAME_CHECK: { en: 'Service name check', zh: '姓名核对' },
    SERVICE_AFTER_SALES: { en: 'Service after sales', zh: '售后' },
    SERVICE_CLAIM: { en: 'Service claim', zh: '理赔调查' },
    COMPLIANCE_REAL_NAME: { en: 'Compliance real name', zh: '实名合规' },
    COMPLIANCE_INSPECTION: { en: 'Compliance inspection', zh: '安全检查' },
    COMPLIANCE_AUTHORITY: { en: 'Compliance authority', zh: '依法调取' },
    STATS_AGGREGATE: { en: 'Stats aggregate', zh: '统计汇总' },
    CUSTOMS_DECLARATION: { en: 'Customs declaration', zh: '报关' },
  },
});
