import { defineEvent } from '../define/index.ts';
import { TrackingSubscription } from './tracking-subscription.ts';

/** Sent to the subscriber when the subscription ends or is renewed. */
export const subscriptionChanged = defineEvent({
  type: 'org.openwaybill.tracking.subscription.changed',
  since: '1.0',
  title: { en: 'Tracking subscription changed', zh: '轨迹订阅已变化' },
  from: ['courier', 'hub'],
  to: ['platform', 'hub'],
  data: TrackingSubscription,
  subject: 'trackingSubscriptionId',
  requirements: [],
});
