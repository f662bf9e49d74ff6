import { privacy, Word } from '../define/index.ts';

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
