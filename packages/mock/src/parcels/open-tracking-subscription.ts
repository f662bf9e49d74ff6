import type { TrackingSubscriptionRequest } from '@openwaybill/schemas';
import type { Answer } from '../engine/call.ts';
import { uuid7 } from '../engine/invent.ts';
import type { System } from '../engine/system.ts';
import type { Unit } from '../store/unit.ts';
import {
  putTrackingSubscription,
  type StoredTrackingSubscription,
} from './tracking-subscription.ts';
import { watchSubscription } from './watch-subscriptions.ts';

/** What a new subscription follows from: who asked for what until when, and at a relay the one behind it. */
type Opened = Pick<StoredTrackingSubscription, 'owner' | 'upstream'> & {
  readonly asked: TrackingSubscriptionRequest;
  readonly expiresAt: string;
};

/** Subscribes an organisation to a parcel, and answers the subscription. */
export const openTrackingSubscription = async (
  system: System,
  unit: Unit,
  now: string,
  { owner, upstream, asked, expiresAt }: Opened,
): Promise<Answer> => {
  const { carrierCode, waybillNo, eventCodes } = asked;
  const stored: StoredTrackingSubscription = {
    owner,
    carrierCode,
    waybillNo,
    ...(upstream === undefined ? {} : { upstream }),
    ...(eventCodes === undefined ? {} : { eventCodes }),
    subscription: {
      trackingSubscriptionId: uuid7(system.random, Date.parse(now)),
      state: 'ACTIVE',
      expiresAt,
      revision: 1,
      createdAt: now,
      updatedAt: now,
    },
  };
  putTrackingSubscription(unit, stored);
  await watchSubscription(system, unit, now, stored);
  return { status: 201, body: stored.subscription };
};
