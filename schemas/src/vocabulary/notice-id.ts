import { privacy, Word } from '../define/index.ts';

/** Stands in every 503, so that a caller can read why. */
export const NoticeId = Word(
  'NoticeId',
  { en: 'Notice id', zh: '公告标识' },
  { en: 'Names an interruption notice.', zh: '标识一份中断公告。' },
  { pattern: 'ntc_[A-Za-z0-9_-]{22}', maxLength: 26, ...privacy('business', 'none') },
);
