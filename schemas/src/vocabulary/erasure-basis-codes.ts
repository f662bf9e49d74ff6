import { defineCodeList } from '../define/index.ts';

/** The five of the Personal Information Protection Law, article 47 (unconfirmed). */
export const ErasureBasis = defineCodeList({
  name: 'ErasureBasis',
  version: '2026-11',
  title: { en: 'Basis of erasure', zh: '删除依据' },
  description: { en: 'Why data is erased.', zh: '删除数据的依据。' },
  growth: 'closed',
  codes: {
    CONSIGNEE_REQUEST: { en: 'Consignee request', zh: '本人请求' },
    PURPOSE_ENDED: { en: 'Purpose ended', zh: '目的实现' },
    CONSENT_WITHDRAWN: { en: 'Consent withdrawn', zh: '撤回同意' },
    AGREEMENT_ENDED: { en: 'Agreement ended', zh: '协议终止' },
    UNLAWFUL: { en: 'Unlawful', zh: '违法处理' },
  },
});
