import type { Requirement } from '../define/index.ts';

/** What holds for every operation during an interruption and after it. */
export const interruptionRequirements: readonly Requirement[] = [
  {
    id: 'CTY-011',
    level: 'MUST NOT',
    roles: ['courier', 'platform'],
    position: 'server',
    tier: 'W',
    text: {
      en: 'An interruption widens a view or prints plaintext.',
      zh: '中断不得放宽视图或打印明文。',
    },
    wire: 'privacy probes during it',
    judgedBy: 'check',
  },
  {
    id: 'CTY-012',
    level: 'MUST',
    roles: 'any',
    position: 'server',
    tier: 'W',
    text: {
      en: 'A command whose outcome is unknown to the caller can be repeated after the interruption with the same key, with one effect.',
      zh: '中断后以同一键重试只产生一次效果。',
    },
    wire: 'drop the answer, repeat',
    judgedBy: 'check',
  },
];
