import { defineRequirement } from '../define/index.ts';

/** Keys of repeated requests. */
export const idempotencyKeyRequirements = [
  defineRequirement({
    id: 'IDM-001',
    level: 'MUST',
    roles: 'any',
    position: 'server',
    tier: 'W',
    text: {
      en: 'Missing key 400, in flight 409, other body 422.',
      zh: '缺少幂等键答复 400，处理中答复 409，正文不同答复 422。',
    },
    wire: 'three probes',
    judgedBy: 'check',
  }),
  defineRequirement({
    id: 'IDM-002',
    level: 'MUST',
    roles: 'any',
    position: 'server',
    tier: 'W',
    text: {
      en: 'A key is scoped to the organisation.',
      zh: '幂等键的作用域为组织。',
    },
    wire: 'same key, other organisation',
    judgedBy: 'check',
  }),
];
