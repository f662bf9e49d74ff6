import { defineCodeList } from '../define/index.ts';

/** Reported by event, for it takes days. */
export const InterceptOutcome = defineCodeList({
  name: 'InterceptOutcome',
  version: '2026-11',
  title: { en: 'Outcome of an interception', zh: '拦截结果' },
  description: { en: 'What became of an interception.', zh: '拦截的结果。' },
  growth: 'closed',
  codes: {
    SUCCEEDED: { en: 'Succeeded', zh: '成功' },
    FAILED: { en: 'Failed', zh: '失败' },
    PARTIAL: { en: 'Partial', zh: '部分成功' },
  },
});
