import { defineMessage, privacy, Word } from '../define/index.ts';

/** A day of the calendar, which begins at another instant in every zone. */
export const CivilDate = Word(
  'CivilDate',
  { en: 'Date', zh: '日期' },
  {
    en: 'Civil date in Asia/Shanghai, unless a time zone stands beside it.',
    zh: '北京时间的日期，除非另附时区。',
  },
  {
    pattern: '[0-9]{4}-[0-9]{2}-[0-9]{2}',
    maxLength: 10,
    format: 'date',
    'x-source': 'RFC 3339 section 5.6',
    ...privacy('business', 'instant'),
  },
);

export const civilDateMessage = defineMessage({
  schema: CivilDate,
  requirements: [],
  examples: {
    valid: {
      'a Sunday': '2026-11-22',
    },
    invalid: {
      'a day that does not exist': { value: '2026-02-30', breaks: { pointer: '', rule: 'format' } },
    },
  },
});
