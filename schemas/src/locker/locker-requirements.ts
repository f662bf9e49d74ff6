import { defineRequirement } from '../define/index.ts';

/** About the keypad of the locker, which is no message. */
export const wrongCodesLock = defineRequirement({
  id: 'LCK-007',
  level: 'MUST',
  roles: ['locker'],
  position: 'server',
  tier: 'C',
  text: {
    en: 'Five wrong codes lock the deposit for ten minutes.',
    zh: '五次错误须锁定十分钟。',
  },
  wire: 'simulated tries (`test-control`)',
  judgedBy: 'check',
});
