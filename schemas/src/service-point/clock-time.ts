import { defineMessage, privacy, Word } from '../define/index.ts';

/** No instant: the same every week. 24:00 is the end of a day, so that a period never passes midnight. */
export const ClockTime = Word(
  'ClockTime',
  { en: 'Time of day', zh: '钟点' },
  {
    en: 'Hours and minutes at the place itself; 24:00 is the end of the day.',
    zh: '当地钟点，时与分；24:00 为一日之末。',
  },
  {
    pattern: '([01][0-9]|2[0-3]):[0-5][0-9]|24:00',
    maxLength: 5,
    'x-source': 'ISO 8601-1',
    ...privacy('public', 'measure'),
  },
);

export const clockTimeMessage = defineMessage({
  schema: ClockTime,
  requirements: [],
  examples: {
    valid: { 'in the morning': '08:30', 'the end of the day': '24:00' },
    invalid: {
      'one digit': { value: '8:30', breaks: { pointer: '', rule: 'pattern' } },
      'after the end of the day': { value: '24:01', breaks: { pointer: '', rule: 'pattern' } },
    },
  },
});
