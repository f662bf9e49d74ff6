import { defineCodeList } from '../define/index.ts';

/** Without it, a virtual number would be saved as the real one. */
export const PhoneKind = defineCodeList({
  name: 'PhoneKind',
  version: '2026-11',
  title: { en: 'Kind of number', zh: '号码类型' },
  description: { en: 'Whether a number is the real one.', zh: '号码是否为真实号码。' },
  growth: 'closed',
  codes: {
    REAL: { en: 'Real', zh: '真实号码' },
    VIRTUAL: { en: 'Virtual', zh: '虚拟号码' },
  },
});
