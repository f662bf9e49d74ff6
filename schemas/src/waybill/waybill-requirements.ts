import { defineRequirement } from '../define/index.ts';

/** About every way of giving out a number: creation, allocation and the end of both. */
export const numbersRestAfterTheirEnd = defineRequirement({
  id: 'WBL-004',
  level: 'MUST NOT',
  roles: ['courier'],
  position: 'server',
  tier: 'C',
  text: {
    en: 'A waybill number is not issued again within 12 months of its end.',
    zh: '单号终结后 12 个月内不得重用。',
  },
  wire: 'clock by test control; numbers seen',
  judgedBy: 'check',
});
