import { defineRequirement } from '../define/index.ts';

/** Requirements about the header that makes a POST safe to repeat. */
export const idempotencyRequirements = [
  defineRequirement({
    id: 'DSC-013',
    level: 'MUST',
    roles: 'any',
    position: 'server',
    tier: 'W',
    text: {
      en: 'POST without `Idempotency-Key` gives 400; in flight 409; other body 422; replay repeats the answer.',
      zh: '幂等键规则须一致实现。',
    },
    wire: 'four probes, also concurrent',
    judgedBy: 'check',
  }),
];
