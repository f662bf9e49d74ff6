import type { Static } from '@sinclair/typebox';
import { defineCodeList } from '../define/index.ts';

/** In the order of precedence: where several hold, the first is told. */
export const AnomalyReason = defineCodeList({
  name: 'AnomalyReason',
  version: '2026-11',
  title: { en: 'Reason of an anomaly', zh: '异常原因' },
  description: {
    en: 'Why the fold of the moment did not take an event as it is. Where several hold, the first of the list.',
    zh: '本次折叠未照常采纳事件的原因；多项成立时取列表中最先者。',
  },
  growth: 'closed',
  codes: {
    DUPLICATE: { en: 'Duplicate', zh: '重复' },
    UNKNOWN_CODE: { en: 'Unknown code', zh: '未知代码' },
    AFTER_TERMINAL: { en: 'After a terminal status', zh: '终态之后' },
    ILLEGAL_TRANSITION: { en: 'Illegal transition', zh: '非法转移' },
    CLOCK: { en: 'Clock', zh: '时钟异常' },
  },
});
export type AnomalyReason = Static<typeof AnomalyReason>;
