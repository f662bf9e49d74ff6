import type { Static } from '@sinclair/typebox';
import { Closed, defineMessage, privacy, Ref, Whole, words } from '../define/index.ts';
import { ClockTime } from './clock-time.ts';

/** A night is two of them. */
export const OpeningHours = Closed(
  'OpeningHours',
  { en: 'Opening hours', zh: '营业时段' },
  { en: 'One period of one day of every week.', zh: '每周某日的一个时段。' },
  {
    weekday: Whole(
      1,
      7,
      { en: 'Weekday', zh: '星期' },
      { en: '1 is Monday, 7 is Sunday.', zh: '1 为星期一，7 为星期日。' },
      { 'x-source': 'ISO 8601-1', ...privacy('public', 'measure') },
    ),
    opensAt: Ref(
      ClockTime,
      words({ en: 'Opens', zh: '开始' }, { en: 'First minute of the period.', zh: '时段的开始。' }),
    ),
    closesAt: Ref(
      ClockTime,
      words(
        { en: 'Closes', zh: '结束' },
        {
          en: 'First minute after the period, later than opensAt.',
          zh: '时段结束的钟点，晚于 opensAt。',
        },
      ),
    ),
  },
);
export type OpeningHours = Static<typeof OpeningHours>;

export const openingHoursMessage = defineMessage({
  schema: OpeningHours,
  requirements: [],
  examples: {
    valid: {
      'a Monday morning': { weekday: 1, opensAt: '08:30', closesAt: '12:00' },
      'a whole Sunday': { weekday: 7, opensAt: '00:00', closesAt: '24:00' },
    },
    invalid: {
      'over midnight': {
        value: { weekday: 5, opensAt: '22:00', closesAt: '02:00' },
        breaks: { pointer: '/closesAt', rule: 'time-order' },
      },
      'an eighth day': {
        value: { weekday: 8, opensAt: '08:30', closesAt: '12:00' },
        breaks: { pointer: '/weekday', rule: 'maximum' },
      },
    },
  },
});
