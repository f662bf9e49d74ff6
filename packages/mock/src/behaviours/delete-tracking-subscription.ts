import { type Behaviour, callerOf } from '../engine/call.ts';
import { Refusal } from '../engine/refusal.ts';
import {
  dropTrackingSubscription,
  findTrackingSubscription,
} from '../parcels/tracking-subscription.ts';
import { SUBSCRIPTION_TIMER } from '../parcels/watch-subscriptions.ts';

export const deleteTrackingSubscription: Behaviour = async (call) => {
  const { partyId } = callerOf(call);
  const ref = call.path.trackingSubscriptionId ?? '';
  const stored = await findTrackingSubscription(call.unit, ref);
  if (stored?.owner !== partyId) throw new Refusal('NOT_FOUND');
  dropTrackingSubscription(call.unit, ref);
  call.system.unschedule(call.unit, { tenant: partyId, kind: SUBSCRIPTION_TIMER, ref });
  return { status: 204 };
};
