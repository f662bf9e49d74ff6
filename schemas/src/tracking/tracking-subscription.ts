import type { Static } from '@sinclair/typebox';
import { defineMessage, Ref, Resource, words } from '../define/index.ts';
import { Instant } from '../vocabulary/instant.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { SubscriptionState } from '../vocabulary/subscription-state-codes.ts';
import { TrackingSubscriptionId } from '../vocabulary/tracking-subscription-id.ts';
import { subscribed } from './_examples.ts';

/** Delivery goes through the caller's event subscription; this only adds a parcel to it. */
export const TrackingSubscription = Resource(
  'TrackingSubscription',
  { en: 'Tracking subscription', zh: '轨迹订阅' },
  {
    en: 'Adds the events of one parcel to what the caller gets. COMPLETED 7 days after a terminal status; ABORTED after 3 days without a record or 60 days without change.',
    zh: '将一件包裹的事件纳入调用方所收事件。终态满 7 日结束；3 日无记录或 60 日无变化中止。',
  },
  {
    trackingSubscriptionId: Ref(TrackingSubscriptionId),
    state: Ref(SubscriptionState),
    expiresAt: Ref(
      Instant,
      words(
        { en: 'Expires at', zh: '到期时刻' },
        { en: 'At most 90 days after creation.', zh: '创建后至多 90 日。' },
      ),
    ),
    ...storedMembers,
  },
);
export type TrackingSubscription = Static<typeof TrackingSubscription>;

const { state, ...stateless } = subscribed;

/** The subscription, with its examples. */
export const trackingSubscriptionMessage = defineMessage({
  schema: TrackingSubscription,
  requirements: [],
  examples: {
    valid: {
      'for thirty days': subscribed,
      'ended with the parcel': {
        ...subscribed,
        state: 'COMPLETED',
        revision: 2,
        updatedAt: '2026-12-01T15:02:00+08:00',
      },
    },
    invalid: {
      'state is missing': { value: stateless, breaks: { pointer: '', rule: 'required' } },
      'end is in month 13': {
        value: { ...subscribed, expiresAt: '2026-13-22T00:00:00+08:00' },
        breaks: { pointer: '/expiresAt', rule: 'format' },
      },
    },
  },
});
