import { privacy, Word } from '../define/index.ts';

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
