import { type Behaviour, callerOf } from '../engine/call.ts';
import { Refusal } from '../engine/refusal.ts';
import { findTrackingSubscription } from '../parcels/tracking-subscription.ts';

export const getTrackingSubscription: Behaviour = async (call) => {
  const stored = await findTrackingSubscription(call.unit, call.path.trackingSubscriptionId ?? '');
  if (stored?.owner !== callerOf(call).partyId) throw new Refusal('NOT_FOUND');
  return { status: 200, body: stored.subscription };
};
