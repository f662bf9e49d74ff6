import { defineMessage, privacy, Word } from '../define/index.ts';

/** Minutes are enough for a timetable. `24:00` is the end of a day, so that a window may last until midnight. */
export const TimeOfDay = Word(
  'TimeOfDay',
  { en: 'Time of day', zh: '时分' },
  {
    en: 'Hours and minutes in Asia/Shanghai; 24:00 is the end of the day.',
    zh: '北京时间的时与分；24:00 为当日结束。',
  },
  {
    pattern: '([01][0-9]|2[0-3]):[0-5][0-9]|24:00',
    maxLength: 5,
    ...privacy('business', 'instant'),
  },
);

export const timeOfDayMessage = defineMessage({
  schema: TimeOfDay,
  requirements: [],
  examples: {
    valid: { 'in the morning': '07:30', 'the end of the day': '24:00' },
    invalid: {
      'one digit of hours': { value: '7:30', breaks: { pointer: '', rule: 'pattern' } },
      'after the end of the day': { value: '24:01', breaks: { pointer: '', rule: 'pattern' } },
    },
  },
});
