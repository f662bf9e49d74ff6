import { defineCodeList } from '../define/index.ts';

/** An order may be past calling back. */
export const CancelOutcome = defineCodeList({
  name: 'CancelOutcome',
  version: '2026-11',
  title: { en: 'Outcome of a cancellation', zh: '取消结果' },
  description: { en: 'What became of a request to cancel.', zh: '取消请求的处理结果。' },
  growth: 'closed',
  codes: {
    CANCELLED: { en: 'Cancelled', zh: '已取消' },
    TOO_LATE: { en: 'Too late', zh: '已晚' },
    PENDING_INTERCEPT: { en: 'Pending intercept', zh: '转拦截处理' },
  },
});
