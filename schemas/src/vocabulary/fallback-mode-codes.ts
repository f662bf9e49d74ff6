import { defineCodeList } from '../define/index.ts';

/** None of them widens a view. */
export const FallbackMode = defineCodeList({
  name: 'FallbackMode',
  version: '2026-11',
  title: { en: 'Fallback', zh: '替代方式' },
  description: { en: 'How to get the data meanwhile.', zh: '中断期间获取数据的方式。' },
  growth: 'closed',
  codes: {
    POLL: { en: 'Poll', zh: '轮询' },
    FILE: { en: 'File exchange', zh: '文件交换' },
    MANUAL: { en: 'Manual', zh: '人工' },
    CACHED: { en: 'Cached data', zh: '缓存数据' },
    NONE: { en: 'None', zh: '无' },
  },
});
