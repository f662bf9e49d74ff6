import { defineCodeList } from '../define/index.ts';

/** Without details that would help an attacker. */
export const InterruptionReason = defineCodeList({
  name: 'InterruptionReason',
  version: '2026-11',
  title: { en: 'Reason of an interruption', zh: '中断原因' },
  description: { en: 'Why data does not flow.', zh: '数据中断的原因。' },
  growth: { fallback: 'OTHER' },
  codes: {
    MAINTENANCE: { en: 'Maintenance', zh: '维护' },
    UPGRADE: { en: 'Upgrade', zh: '升级' },
    CAPACITY: { en: 'Capacity', zh: '容量' },
    NETWORK: { en: 'Network', zh: '网络' },
    SECURITY_INCIDENT: { en: 'Security incident', zh: '安全事件' },
    DATA_QUALITY: { en: 'Data quality', zh: '数据质量' },
    DISPUTE: { en: 'Dispute', zh: '争议' },
    LEGAL_ORDER: { en: 'Legal order', zh: '法令' },
    DISASTER: { en: 'Disaster', zh: '灾害' },
    OTHER: { en: 'Other', zh: '其他' },
  },
});
