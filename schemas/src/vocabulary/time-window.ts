import type { Static } from '@sinclair/typebox';
import { Closed, defineMessage, Ref, words } from '../define/index.ts';
import { Instant } from './instant.ts';

/** That it ends after it begins is left to the rule layer. */
export const TimeWindow = Closed(
  'TimeWindow',
  { en: 'Time window', zh: '时间窗' },
  { en: 'From one instant to a later one.', zh: '自一时刻至较晚时刻。' },
  {
    fromAt: Ref(
      Instant,
      words({ en: 'From', zh: '起' }, { en: 'Begin of the window.', zh: '时间窗的开始。' }),
    ),
    toAt: Ref(
      Instant,
      words(
        { en: 'To', zh: '止' },
        { en: 'End of the window, after its begin.', zh: '时间窗的结束，晚于开始。' },
      ),
    ),
  },
);
export type TimeWindow = Static<typeof TimeWindow>;

export const timeWindowMessage = defineMessage({
  schema: TimeWindow,
  requirements: [],
  examples: {
    valid: {
      'an afternoon': { fromAt: '2026-11-22T14:00:00+08:00', toAt: '2026-11-22T18:00:00+08:00' },
    },
    invalid: {
      'an end before the begin': {
        value: { fromAt: '2026-11-22T14:00:00+08:00', toAt: '2026-11-22T05:00:00Z' },
        breaks: { pointer: '/toAt', rule: 'time-order' },
      },
      'a day that does not exist': {
        value: { fromAt: '2026-02-30T14:00:00+08:00', toAt: '2026-11-22T18:00:00+08:00' },
        breaks: { pointer: '/fromAt', rule: 'format' },
      },
      'a space instead of the T': {
        value: { fromAt: '2026-11-22 14:00:00+08:00', toAt: '2026-11-22T18:00:00+08:00' },
        breaks: { pointer: '/fromAt', rule: 'pattern' },
      },
      'no end': {
        value: { fromAt: '2026-11-22T14:00:00+08:00' },
        breaks: { pointer: '', rule: 'required' },
      },
    },
  },
});
