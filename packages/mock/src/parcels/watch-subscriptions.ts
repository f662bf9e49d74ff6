import { isTerminalAt } from '@openwaybill/schemas';
import { DAY, instantOf } from '../engine/clock.ts';
import { revised } from '../engine/revision.ts';
import type { System } from '../engine/system.ts';
import { isRelay } from '../relay/carrier.ts';
import { relayedParcel } from '../relay/relayed-parcel.ts';
import type { Unit } from '../store/unit.ts';
import { findParcel, type StoredParcel } from './stored-parcel.ts';
import {
  type ParcelName,
  putTrackingSubscription,
  type StoredTrackingSubscription,
  subscriptionsTo,
} from './tracking-subscription.ts';

/** The kind of the timer at which a tracking subscription may be over. */
export const SUBSCRIPTION_TIMER = 'tracking-subscription';

const AFTER_END = 7 * DAY;
const WITHOUT_RECORD = 3 * DAY;
const WITHOUT_CHANGE = 60 * DAY;

type End = { readonly at: number; readonly state: 'COMPLETED' | 'ABORTED' };

/** What the end of a subscription follows from. */
type Followed = Pick<StoredParcel, 'events' | 'status'> & { readonly sinceAt?: string | undefined };

const followedBy = async (
  system: System,
  unit: Unit,
  { carrierCode, waybillNo }: ParcelName,
): Promise<Followed | undefined> => {
  if (!isRelay(system)) return findParcel(unit, waybillNo);
  const relayed = await relayedParcel(system, unit, carrierCode, waybillNo);
  return relayed && { ...relayed.folded, events: relayed.events };
};

/** When a subscription ends as things stand, and how. */
const endOf = (
  { subscription }: StoredTrackingSubscription,
  parcel: Followed,
  now: string,
): End => {
  const expiry: End = { at: Date.parse(subscription.expiresAt), state: 'COMPLETED' };
  const last = Math.max(...parcel.events.map(({ recordedAt }) => Date.parse(recordedAt)));
  const silence: End = isTerminalAt(parcel.status, parcel.sinceAt, now)
    ? { at: Date.parse(parcel.sinceAt ?? now) + AFTER_END, state: 'COMPLETED' }
    : parcel.events.length === 0
      ? { at: Date.parse(subscription.createdAt) + WITHOUT_RECORD, state: 'ABORTED' }
      : { at: last + WITHOUT_CHANGE, state: 'ABORTED' };
  return silence.at < expiry.at ? silence : expiry;
};

/** Ends a subscription whose time has come, and sets the clock for one whose time has not. */
export const watchSubscription = async (
  system: System,
  unit: Unit,
  now: string,
  stored: StoredTrackingSubscription,
): Promise<void> => {
  if (stored.subscription.state !== 'ACTIVE') return;
  const parcel = await followedBy(system, unit, stored);
  if (parcel === undefined) return;
  const end = endOf(stored, parcel, now);
  const { trackingSubscriptionId: ref } = stored.subscription;
  if (end.at > Date.parse(now)) {
    const dueAt = instantOf(end.at);
    system.schedule(unit, { tenant: stored.owner, kind: SUBSCRIPTION_TIMER, ref, dueAt });
    return;
  }
  const subscription = revised(stored.subscription, { state: end.state }, now);
  system.unschedule(unit, { tenant: stored.owner, kind: SUBSCRIPTION_TIMER, ref });
  putTrackingSubscription(unit, { ...stored, subscription });
  await system.emit(unit, now, {
    type: 'org.openwaybill.tracking.subscription.changed',
    to: stored.owner,
    data: subscription,
  });
};

/** Looks at every subscription to a parcel that has changed. */
export const watchSubscriptions = async (
  system: System,
  unit: Unit,
  now: string,
  parcel: ParcelName,
): Promise<void> => {
  for (const stored of await subscriptionsTo(unit, parcel))
    await watchSubscription(system, unit, now, stored);
};
