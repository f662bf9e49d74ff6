import { privacy, Word } from '../define/index.ts';

/** Open: a receiver passes over types that it does not know. */
export const EventType = Word(
  'EventType',
  { en: 'Event type', zh: '事件类型' },
  { en: 'Name of an event of the standard.', zh: '标准事件的名称。' },
  {
    pattern: 'org\\.openwaybill\\.[a-z]+\\.[a-z]+\\.[a-z]+',
    maxLength: 80,
    'x-source': 'CloudEvents 1.0',
    ...privacy('public', 'code'),
  },
);
