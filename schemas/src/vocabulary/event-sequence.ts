import { privacy, Word } from '../define/index.ts';

/** A string, for it outgrows safe integers, and padded, so that it sorts. */
export const EventSequence = Word(
  'EventSequence',
  { en: 'Event sequence', zh: '事件序号' },
  {
    en: 'Twenty digits that count the events from one sender to one receiver.',
    zh: '一方发往另一方事件的二十位计数。',
  },
  { pattern: '[0-9]{20}', maxLength: 20, ...privacy('business', 'technical') },
);
