import { defineCodeList } from '../define/index.ts';

/** Test control exists in one of them only. */
export const Environment = defineCodeList({
  name: 'Environment',
  version: '2026-11',
  title: { en: 'Environment', zh: '环境' },
  description: { en: 'Sandbox or production.', zh: '沙箱或生产。' },
  growth: 'closed',
  codes: {
    SANDBOX: { en: 'Sandbox', zh: '沙箱' },
    PRODUCTION: { en: 'Production', zh: '生产' },
  },
});
