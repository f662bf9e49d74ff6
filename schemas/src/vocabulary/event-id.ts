import { privacy, Word } from '../define/index.ts';

/** Version 7, or version 8 where an event was adapted from another vocabulary. */
export const EventId = Word(
  'EventId',
  { en: 'Event id', zh: '事件标识' },
  {
    en: 'Names an observation; made by its first recorder and never changed by relays.',
    zh: '标识一次观测；由首个记录方生成，转发方不得更改。',
  },
  {
    pattern: '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}',
    maxLength: 36,
    'x-source': 'RFC 9562',
    ...privacy('pseudonymous', 'opaque-ref'),
  },
);
