import type { EventSubscriptionUpdate } from '@openwaybill/schemas';
import { base64url } from '@openwaybill/validate';
import { type Behaviour, callerOf } from '../engine/call.ts';
import { command } from '../engine/lifecycle.ts';
import { ownResource } from '../engine/own-resource.ts';
import { demandRevision, revised } from '../engine/revision.ts';
import { challenge, type StoredSubscription } from '../events/outbox.ts';
import { resourceRow } from '../store/resource.ts';
import { showSubscription } from '../subscriptions/show-subscription.ts';
import { demandTarget } from '../subscriptions/target.ts';

/** A new URL has to prove itself again before anything is sent to it. */
export const updateEventSubscription: Behaviour = async (call) => {
  const { system, unit, now } = call;
  const { partyId } = callerOf(call);
  const { callbackUrl, eventTypes, signing } = call.body as EventSubscriptionUpdate;
  const before = await ownResource<StoredSubscription>(
    call,
    'subscription',
    call.path.subscriptionId ?? '',
  );
  demandRevision(before, call.ifMatch);
  const isNewUrl = callbackUrl !== undefined && callbackUrl !== before.callbackUrl;
  if (isNewUrl) demandTarget(callbackUrl, system.options);
  const { to } = command(
    system.lifecycle('event-subscription'),
    before.state,
    'update-event-subscription',
    { NEW_URL: isNewUrl },
  );
  const after = revised<StoredSubscription>(
    before,
    {
      ...(callbackUrl === undefined ? {} : { callbackUrl }),
      ...(eventTypes === undefined ? {} : { eventTypes }),
      ...(signing === undefined ? {} : { signing }),
      ...(isNewUrl ? { challenge: base64url(system.random(32)), failureCount: 0 } : {}),
      state: to as StoredSubscription['state'],
    },
    now,
  );
  unit.put(resourceRow('subscription', after.subscriptionId, partyId, after));
  if (isNewUrl) challenge(system, unit, now, partyId, after);
  return { status: 200, body: showSubscription(after) };
};
