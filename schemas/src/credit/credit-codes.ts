import { defineCodeList, statesAsCodes } from '../define/index.ts';
import { blacklistLifecycle } from './blacklist-lifecycle.ts';

/** States of an entry of the blacklist. */
export const BlacklistStatus = statesAsCodes('BlacklistStatus', blacklistLifecycle);

/** What a score is about. */
export const CreditDimension = defineCodeList({
  name: 'CreditDimension',
  version: '2026-11',
  title: { en: 'Dimension of credit', zh: '信用维度' },
  description: { en: 'What a score is about.', zh: '评分所针对的方面。' },
  growth: 'closed',
  codes: {
    TIMELINESS: { en: 'Timeliness', zh: '时效' },
    INTEGRITY: { en: 'Integrity', zh: '诚信' },
    COMPLAINT: { en: 'Complaints', zh: '投诉' },
    PRIVACY: { en: 'Privacy', zh: '隐私' },
    SAFETY: { en: 'Safety', zh: '安全' },
    SETTLEMENT: { en: 'Settlement', zh: '结算' },
  },
});

/** Whom an entry can be about. */
export const BlacklistSubject = defineCodeList({
  name: 'BlacklistSubject',
  version: '2026-11',
  title: { en: 'Subject of a blacklist entry', zh: '黑名单对象' },
  description: { en: 'Whom an entry is about.', zh: '条目所针对的对象。' },
  growth: 'closed',
  codes: {
    ORGANISATION: { en: 'Organisation', zh: '单位' },
    SERVICE_POINT: { en: 'Service point', zh: '网点' },
    PERSON: { en: 'Person', zh: '个人' },
  },
});

/** Why somebody is listed. */
export const BlacklistReason = defineCodeList({
  name: 'BlacklistReason',
  version: '2026-11',
  title: { en: 'Reason of a blacklist entry', zh: '列入原因' },
  description: { en: 'Why the subject is listed.', zh: '对象被列入的原因。' },
  growth: { fallback: 'OTHER' },
  codes: {
    MALICIOUS_ORDER: { en: 'Malicious orders', zh: '恶意下单' },
    MALICIOUS_COMPLAINT: { en: 'Malicious complaints', zh: '恶意投诉' },
    EXTORTION: { en: 'Extortion', zh: '敲诈' },
    ABUSE: { en: 'Abuse of people', zh: '人身攻击' },
    FRAUD: { en: 'Fraud', zh: '欺诈' },
    DATA_MISUSE: { en: 'Misuse of data', zh: '数据滥用' },
    UNLICENSED: { en: 'Business without a licence', zh: '无证经营' },
    OTHER: { en: 'Other', zh: '其他' },
  },
});
