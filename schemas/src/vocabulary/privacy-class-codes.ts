import { defineCodeList } from '../define/index.ts';

/** The words are those of `x-privacy`, so they are in lower case. */
export const PrivacyClass = defineCodeList({
  name: 'PrivacyClass',
  version: '2026-11',
  title: { en: 'Privacy class', zh: '隐私类别' },
  description: {
    en: 'How much a member says about a person; lowest first.',
    zh: '成员对自然人的揭示程度，由低到高。',
  },
  growth: 'closed',
  codes: {
    public: { en: 'Public', zh: '公开' },
    business: { en: 'Business', zh: '业务' },
    pseudonymous: { en: 'Pseudonymous', zh: '假名' },
    personal: { en: 'Personal', zh: '个人' },
    sensitive: { en: 'Sensitive', zh: '敏感' },
    secret: { en: 'Secret', zh: '秘密' },
  },
});
