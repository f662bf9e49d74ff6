import { defineOperation } from '../define/index.ts';

/** Ends a subscription of the caller. */
export const deleteTrackingSubscription = defineOperation({
  name: 'delete-tracking-subscription',
  since: '1.0',
  title: { en: 'End a tracking subscription', zh: '取消轨迹订阅' },
  servedBy: ['courier', 'hub'],
  calledBy: ['platform', 'hub'],
  method: 'DELETE',
  path: '/v1/tracking-subscriptions/{trackingSubscriptionId}',
  answer: { status: 204 },
  problems: ['NOT_FOUND'],
  requirements: [],
  examples: {},
});
