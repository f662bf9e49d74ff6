import { defineCodeList } from '../define/index.ts';

/** How deliveries of a subscription are signed (Standard Webhooks). */
export const SigningScheme = defineCodeList({
  name: 'SigningScheme',
  version: '2026-11',
  title: { en: 'Signing of events', zh: '事件签名方案' },
  description: {
    en: 'Signatures that a delivery carries; the asymmetric one is always there.',
    zh: '投递所带的签名；非对称签名恒有。',
  },
  growth: 'closed',
  codes: {
    V1A: { en: 'Asymmetric', zh: '非对称' },
    V1A_AND_V1: { en: 'Asymmetric and symmetric', zh: '非对称与对称' },
  },
});

/** What a server makes of a member that it does not know. */
export const UnknownMembers = defineCodeList({
  name: 'UnknownMembers',
  version: '2026-11',
  title: { en: 'Unknown members', zh: '未知成员处理' },
  description: {
    en: 'Whether a request with an unknown member is refused; production is always tolerant.',
    zh: '含未知成员的请求是否拒绝；生产环境恒为宽容。',
  },
  growth: 'closed',
  codes: {
    STRICT: { en: 'Strict', zh: '严格' },
    TOLERANT: { en: 'Tolerant', zh: '宽容' },
  },
});
