import { defineRequirement } from '../define/index.ts';

/** Requirements about lists. */
export const listRequirements = [
  defineRequirement({
    id: 'DSC-016',
    level: 'MUST',
    roles: 'any',
    position: 'server',
    tier: 'W',
    text: {
      en: '`limit` outside 1..200 gives `PARAMETER_INVALID`; paging visits every item once.',
      zh: '分页参数越界须拒绝，遍历不重不漏。',
    },
    wire: 'walk a list while it grows',
    judgedBy: 'check',
  }),
];
