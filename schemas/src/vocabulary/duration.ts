import { defineMessage, privacy, Word } from '../define/index.ts';

/** Written out, so that neither `P` nor a bare `T` passes; nine digits keep it a safe integer of seconds. */
export const Duration = Word(
  'Duration',
  { en: 'Duration', zh: '时长' },
  {
    en: 'Days, hours, minutes and seconds; months and years have no fixed length.',
    zh: '日、时、分、秒；月与年长度不定，不予使用。',
  },
  {
    pattern:
      'P([0-9]{1,9}D(T([0-9]{1,9}H([0-9]{1,9}M)?([0-9]{1,9}S)?|[0-9]{1,9}M([0-9]{1,9}S)?|[0-9]{1,9}S))?|T([0-9]{1,9}H([0-9]{1,9}M)?([0-9]{1,9}S)?|[0-9]{1,9}M([0-9]{1,9}S)?|[0-9]{1,9}S))',
    maxLength: 42,
    'x-source': 'ISO 8601-1',
    ...privacy('public', 'measure'),
  },
);

export const durationMessage = defineMessage({
  schema: Duration,
  requirements: [],
  examples: {
    valid: {
      'half an hour': 'PT30M',
      'a week': 'P7D',
      'a day and a half': 'P1DT12H',
    },
    invalid: {
      'a month': { value: 'P1M', breaks: { pointer: '', rule: 'pattern' } },
      nothing: { value: 'P', breaks: { pointer: '', rule: 'pattern' } },
      'a T without time': { value: 'P1DT', breaks: { pointer: '', rule: 'pattern' } },
    },
  },
});
