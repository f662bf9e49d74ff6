import { type Behaviour, callerOf } from '../engine/call.ts';
import { pageAnswer } from '../engine/page.ts';
import type { StoredSubscription } from '../events/outbox.ts';
import { showSubscription } from '../subscriptions/show-subscription.ts';

export const listEventSubscriptions: Behaviour = (call) =>
  pageAnswer(call, { collection: 'subscription', owner: callerOf(call).partyId }, (row) =>
    showSubscription(row.body as StoredSubscription),
  );
