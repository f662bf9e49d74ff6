import type { TrackingSubscriptionRequest } from '@openwaybill/schemas';
import { type Behaviour, callerOf } from '../engine/call.ts';
import { instantOf } from '../engine/clock.ts';
import { uuid7 } from '../engine/invent.ts';
import { Refusal, ruleViolated } from '../engine/refusal.ts';
import { isOwnCarrier } from '../parcels/hand-over.ts';
import { isProved } from '../parcels/proof.ts';
import { findParcel } from '../parcels/stored-parcel.ts';
import {
  putTrackingSubscription,
  type StoredTrackingSubscription,
} from '../parcels/tracking-subscription.ts';
import { watchSubscription } from '../parcels/watch-subscriptions.ts';
import { isRelay } from '../relay/carrier.ts';
import { subscribeByCarrier } from '../relay/subscribe.ts';

const LONGEST = 90 * 86_400_000;

export const createTrackingSubscription: Behaviour = async (call) => {
  const { system, unit, now } = call;
  const owner = callerOf(call).partyId;
  const asked = call.body as TrackingSubscriptionRequest;
  const { carrierCode, waybillNo, proof, eventCodes } = asked;
  const furthest = Date.parse(now) + LONGEST;
  const expiresAt = asked.expiresAt ?? instantOf(furthest);
  const isTooFar = Date.parse(expiresAt) > furthest || Date.parse(expiresAt) <= Date.parse(now);
  if (isRelay(system)) {
    if (isTooFar) throw ruleViolated('/expiresAt', 'DSC-023');
    return subscribeByCarrier(asked, expiresAt)(call);
  }
  const parcel = isOwnCarrier(system, carrierCode) ? await findParcel(unit, waybillNo) : undefined;
  const isRelated =
    parcel !== undefined && (parcel.owner === owner || (await isProved(unit, parcel, proof)));
  if (!isRelated) throw new Refusal('NOT_FOUND');
  if (isTooFar) throw ruleViolated('/expiresAt', 'DSC-023');
  const stored: StoredTrackingSubscription = {
    owner,
    carrierCode,
    waybillNo,
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
