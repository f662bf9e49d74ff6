import { defineRequirement } from '../define/index.ts';

/** Logs of the system itself. */
export const logRequirements = [
  defineRequirement({
    id: 'LOG-001',
    level: 'MUST NOT',
    roles: 'any',
    position: 'server',
    tier: 'S',
    part: 'privacy',
    text: {
      en: 'The log stream carries a member whose `log` is `never`, or two masked members of one person in a record, at any level or in a crash.',
      zh: '日志流不得携带 `log` 为 `never` 的成员，一条记录中也不得有同一人的两个脱敏成员，任何级别及崩溃时均如此。',
    },
    wire: 'scan of the sink, debug level and crash path',
    judgedBy: 'check',
  }),
];
