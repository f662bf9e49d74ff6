import { addressOf } from '../engine/address.ts';
import { type Behaviour, callerOf } from '../engine/call.ts';
import { Refusal } from '../engine/refusal.ts';
import {
  dropTrackingSubscription,
  findTrackingSubscription,
} from '../parcels/tracking-subscription.ts';
import { SUBSCRIPTION_TIMER } from '../parcels/watch-subscriptions.ts';
import { carrierOf } from '../relay/carrier.ts';
import { unsubscribeAtCarrier } from '../relay/subscribe.ts';

export const deleteTrackingSubscription: Behaviour = async (call) => {
  const { partyId } = callerOf(call);
  const ref = call.path.trackingSubscriptionId ?? '';
  const stored = await findTrackingSubscription(call.unit, ref);
  if (stored?.owner !== partyId) throw new Refusal('NOT_FOUND');
  dropTrackingSubscription(call.unit, ref);
  call.system.unschedule(call.unit, { tenant: partyId, kind: SUBSCRIPTION_TIMER, ref });
  const courier = await carrierOf(call.system, call.unit, stored.carrierCode);
  if (stored.upstream !== undefined && courier !== undefined)
    unsubscribeAtCarrier(call.system, await addressOf(call.unit, courier), stored.upstream);
  return { status: 204 };
};
