import { defineRequirement } from '../define/index.ts';

/** Requirements about what a caller does after a refusal. */
export const retryRequirements = [
  defineRequirement({
    id: 'DSC-030',
    level: 'MUST',
    roles: 'any',
    position: 'caller',
    tier: 'W',
    text: {
      en: 'A request is not repeated before its `Retry-After` is over.',
      zh: '重试时间届满前不得重发请求。',
    },
    wire: 'peer answers 429, 503',
    judgedBy: 'check',
  }),
  defineRequirement({
    id: 'DSC-032',
    level: 'MUST NOT',
    roles: 'any',
    position: 'caller',
    tier: 'W',
    text: {
      en: 'A request refused with `retryable: false` is repeated unchanged.',
      zh: '不可重试的请求不得原样重发。',
    },
    wire: 'peer answers so',
    judgedBy: 'check',
  }),
];
