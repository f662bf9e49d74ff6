import { defineCodeList } from '../define/index.ts';

/** Personal Information Protection Law, article 13 (unconfirmed). */
export const ConsentBasis = defineCodeList({
  name: 'ConsentBasis',
  version: '2026-11',
  title: { en: 'Basis of processing', zh: '处理依据' },
  description: {
    en: 'On what the processing of personal information rests.',
    zh: '处理个人信息的依据。',
  },
  growth: 'closed',
  codes: {
    CONTRACT: { en: 'Contract', zh: '合同必需' },
    CONSENT: { en: 'Consent', zh: '同意' },
    LEGAL_DUTY: { en: 'Legal duty', zh: '法定义务' },
    EMERGENCY: { en: 'Emergency', zh: '紧急情况' },
    PUBLISHED: { en: 'Lawfully published', zh: '已公开' },
  },
});
