import { defineRequirement } from '../define/index.ts';

/** Requirements about where test control may be. */
export const testControlRequirements = [
  defineRequirement({
    id: 'DSC-004',
    level: 'MUST',
    roles: 'any',
    position: 'server',
    tier: 'W',
    text: {
      en: 'In production test control is absent: 404 on every path, not in the document.',
      zh: '生产环境不得存在测试控制。',
    },
    wire: 'probe with and without token',
    when: { environment: 'PRODUCTION' },
    judgedBy: 'check',
  }),
];
