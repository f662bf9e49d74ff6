import { privacy, Word } from '../define/index.ts';

/** The standing order for deliveries of events. */
export const SubscriptionId = Word(
  'SubscriptionId',
  { en: 'Event subscription id', zh: '事件订阅标识' },
  { en: 'Names a subscription to events.', zh: '标识一个事件订阅。' },
  {
    pattern: '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}',
    maxLength: 36,
    'x-source': 'RFC 9562',
    ...privacy('pseudonymous', 'opaque-ref'),
  },
);
