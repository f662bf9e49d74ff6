import type { TimerHandler } from '../engine/system.ts';
import { findTrackingSubscription } from '../parcels/tracking-subscription.ts';
import { watchSubscription } from '../parcels/watch-subscriptions.ts';

/** A tracking subscription may be over. */
export const trackingSubscription: TimerHandler = async (system, unit, now, ref) => {
  const stored = await findTrackingSubscription(unit, ref);
  if (stored !== undefined) await watchSubscription(system, unit, now, stored);
};
