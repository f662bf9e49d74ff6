import type { TimerHandler } from '../engine/system.ts';
import { intercept } from './intercept.ts';
import { journey } from './journey.ts';
import { orderDecision } from './order-decision.ts';
import { orderVoiding } from './order-voiding.ts';
import { parcelAge } from './parcel-age.ts';
import { reserveExpiry } from './reserve-expiry.ts';
import { trackingSubscription } from './tracking-subscription.ts';

/** What happens when an instant is reached, one file a kind. Deliveries are the outbox's own affair. */
export const timers: Readonly<Record<string, TimerHandler>> = {
  intercept,
  journey,
  'order-decision': orderDecision,
  'order-voiding': orderVoiding,
  'parcel-age': parcelAge,
  'reserve-expiry': reserveExpiry,
  'tracking-subscription': trackingSubscription,
};
