import { defineCodeList } from '../define/index.ts';

/** Sources without an offset are common. */
export const TimeQuality = defineCodeList({
  name: 'TimeQuality',
  version: '2026-11',
  title: { en: 'Quality of a time', zh: '时间质量' },
  description: { en: 'How well the instant of an event is known.', zh: '事件时刻的可靠程度。' },
  growth: 'closed',
  codes: {
    EXACT: { en: 'Exact', zh: '准确' },
    OFFSET_ASSUMED: { en: 'Offset assumed', zh: '时区推定' },
    ESTIMATED: { en: 'Estimated', zh: '估计' },
  },
});
