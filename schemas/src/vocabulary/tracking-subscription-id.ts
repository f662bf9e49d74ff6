import { privacy, Word } from '../define/index.ts';

/** Beside the event subscription, through which it is delivered. */
export const TrackingSubscriptionId = Word(
  'TrackingSubscriptionId',
  { en: 'Tracking subscription id', zh: '轨迹订阅标识' },
  { en: 'Names a subscription to the events of one parcel.', zh: '标识对一件快件轨迹的订阅。' },
  {
    pattern: '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}',
    maxLength: 36,
    'x-source': 'RFC 9562',
    ...privacy('pseudonymous', 'opaque-ref'),
  },
);
