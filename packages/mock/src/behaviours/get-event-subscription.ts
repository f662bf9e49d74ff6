import type { Behaviour } from '../engine/call.ts';
import { ownResource } from '../engine/own-resource.ts';
import type { StoredSubscription } from '../events/outbox.ts';
import { showSubscription } from '../subscriptions/show-subscription.ts';

export const getEventSubscription: Behaviour = async (call) => ({
  status: 200,
  body: showSubscription(
    await ownResource<StoredSubscription>(call, 'subscription', call.path.subscriptionId ?? ''),
  ),
});
