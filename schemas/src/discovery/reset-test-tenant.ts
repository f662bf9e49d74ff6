import { defineOperation, ORGANISATION_ROLES, SERVING_ROLES } from '../define/index.ts';

export const resetTestTenant = defineOperation({
  name: 'reset-test-tenant',
  since: '1.0',
  title: { en: 'Reset the tenant', zh: '重置测试租户' },
  description: {
    en: 'Credentials and the first effective agreement stay; everything else goes, and the clock is set back.',
    zh: '保留凭证与首份生效协议；其余清除，时钟复位。',
  },
  servedBy: SERVING_ROLES,
  calledBy: ORGANISATION_ROLES,
  method: 'POST',
  path: '/v1/test-controls/reset',
  answer: { status: 204 },
  problems: ['NOT_FOUND'],
  agreement: 'none',
  class: 'test-control',
  requirements: [],
  examples: {},
});
