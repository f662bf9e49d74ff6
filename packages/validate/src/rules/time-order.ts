import type { DatePeriod, TimeWindow, WeeklyWindow } from '@openwaybill/schemas';
import { at, isAfter, membersRule } from './members-rule.ts';

/** Windows and periods end after they begin; both days of a period belong to it. */
export const timeOrderRules = [
  membersRule<TimeWindow>({
    schema: 'TimeWindow',
    id: 'time-order',
    broken: ({ fromAt, toAt }) => at('/toAt', isAfter(fromAt, toAt)),
    text: { en: 'a time window does not end after it begins', zh: '时间段的结束不晚于开始' },
    hint: {
      en: 'Swap the two instants, or look at their offsets.',
      zh: '请对调两个时刻，或检查其时区偏移。',
    },
  }),
  membersRule<WeeklyWindow>({
    schema: 'WeeklyWindow',
    id: 'time-order',
    broken: ({ from, to }) => at('/to', to > from),
    text: { en: 'a time of the day does not end after it begins', zh: '时段的结束不晚于开始' },
    hint: {
      en: 'Split a window over midnight into two.',
      zh: '跨越零点的时段请拆分为两个。',
    },
  }),
  membersRule<DatePeriod>({
    schema: 'DatePeriod',
    id: 'date-order',
    broken: ({ fromOn, toOn }) => at('/toOn', toOn >= fromOn),
    text: { en: 'a period ends before it begins', zh: '期间的结束早于开始' },
    hint: { en: 'Swap the two dates.', zh: '请对调两个日期。' },
  }),
];
