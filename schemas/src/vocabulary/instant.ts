import { defineMessage, privacy, Word } from '../define/index.ts';

/** An instant, not a local time: two parties in two zones must agree on it. */
export const Instant = Word(
  'Instant',
  { en: 'Instant', zh: '时刻' },
  { en: 'Date and time with seconds and an offset.', zh: '带秒和时区偏移的日期时间。' },
  {
    // The format alone also takes a space instead of the T.
    pattern:
      '[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,3})?(Z|[+-][0-9]{2}:[0-9]{2})',
    maxLength: 29,
    format: 'date-time',
    'x-source': 'RFC 3339 section 5.6',
    ...privacy('business', 'instant'),
  },
);

export const instantMessage = defineMessage({
  schema: Instant,
  requirements: [],
  examples: {
    valid: {
      'in Shanghai': '2026-11-22T08:00:00+08:00',
      'in Greenwich, with milliseconds': '2026-11-22T00:00:00.123Z',
    },
    invalid: {
      'a day that does not exist': {
        value: '2026-02-30T08:00:00+08:00',
        breaks: { pointer: '', rule: 'format' },
      },
      'a space instead of the T': {
        value: '2026-11-22 08:00:00+08:00',
        breaks: { pointer: '', rule: 'pattern' },
      },
      'four places of a second': {
        value: '2026-11-22T00:00:00.1234Z',
        breaks: { pointer: '', rule: 'pattern' },
      },
    },
  },
});
