import type { Static } from '@sinclair/typebox';
import { Closed, defineMessage, Ref, Whole, words } from '../define/index.ts';
import { TimeOfDay } from './time-of-day.ts';

/** A window over midnight is two windows. That it ends after it begins is left to the rule layer. */
export const WeeklyWindow = Closed(
  'WeeklyWindow',
  { en: 'Weekly window', zh: '每周时段' },
  {
    en: 'From one time of day to a later one, on one day of every week.',
    zh: '每周某日自一时分至较晚时分。',
  },
  {
    weekday: Whole(
      1,
      7,
      { en: 'Day of the week', zh: '星期' },
      { en: '1 is Monday, 7 is Sunday.', zh: '1 为星期一，7 为星期日。' },
    ),
    from: Ref(TimeOfDay, {
      'x-codegen-name': 'fromTime',
      ...words({ en: 'From', zh: '起' }, { en: 'Begin, included.', zh: '开始，含该时分。' }),
    }),
    to: Ref(
      TimeOfDay,
      words({ en: 'To', zh: '止' }, { en: 'End, not included.', zh: '结束，不含该时分。' }),
    ),
  },
);
export type WeeklyWindow = Static<typeof WeeklyWindow>;

export const weeklyWindowMessage = defineMessage({
  schema: WeeklyWindow,
  requirements: [],
  examples: {
    valid: {
      'a Monday morning': { weekday: 1, from: '07:00', to: '09:30' },
      'the evening of a Sunday': { weekday: 7, from: '20:00', to: '24:00' },
    },
    invalid: {
      'an eighth day': {
        value: { weekday: 8, from: '07:00', to: '09:30' },
        breaks: { pointer: '/weekday', rule: 'maximum' },
      },
      'an end before the begin': {
        value: { weekday: 1, from: '22:00', to: '06:00' },
        breaks: { pointer: '/to', rule: 'time-order' },
      },
      'no end': {
        value: { weekday: 1, from: '07:00' },
        breaks: { pointer: '', rule: 'required' },
      },
    },
  },
});
