import { defineOperation } from '../define/index.ts';
import { TrackingSubscription } from './tracking-subscription.ts';

/** Reads a subscription of the caller. */
export const getTrackingSubscription = defineOperation({
  name: 'get-tracking-subscription',
  since: '1.0',
  title: { en: 'Read a tracking subscription', zh: '查询轨迹订阅' },
  servedBy: ['courier', 'hub'],
  calledBy: ['platform', 'hub'],
  method: 'GET',
  path: '/v1/tracking-subscriptions/{trackingSubscriptionId}',
  answer: { status: 200, body: TrackingSubscription },
  problems: ['NOT_FOUND'],
  requirements: [],
  examples: {},
});
