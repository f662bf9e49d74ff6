import { type Behaviour, callerOf } from '../engine/call.ts';
import { ownResource } from '../engine/own-resource.ts';
import { forgetAnswers } from '../erasures/forget.ts';
import type { StoredSubscription } from '../events/outbox.ts';

/** Whose answers are kept and tell of a subscription: all that is kept may be thousands. */
const TELL_OF_IT = ['create-event-subscription', 'update-event-subscription'];

/** What was on its way to it is dropped, and its secret with the answer that showed it; replay still has the events. */
export const deleteEventSubscription: Behaviour = async (call) => {
  const { subscriptionId } = await ownResource<StoredSubscription>(
    call,
    'subscription',
    call.path.subscriptionId ?? '',
  );
  const tenant = callerOf(call).partyId;
  const waiting = await call.unit.list({ collection: 'delivery', parent: subscriptionId });
  for (const { id } of waiting) {
    call.unit.delete('delivery', id);
    call.system.unschedule(call.unit, { tenant, kind: 'deliver', ref: id });
  }
  call.unit.delete('subscription', subscriptionId);
  await forgetAnswers(call.unit, tenant, [subscriptionId], TELL_OF_IT);
  return { status: 204 };
};
