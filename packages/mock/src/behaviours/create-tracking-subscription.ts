import type { TrackingSubscriptionRequest } from '@openwaybill/schemas';
import { type Behaviour, callerOf } from '../engine/call.ts';
import { DAY, instantOf } from '../engine/clock.ts';
import { Refusal, ruleViolated } from '../engine/refusal.ts';
import { isOwnCarrier } from '../parcels/hand-over.ts';
import { openTrackingSubscription } from '../parcels/open-tracking-subscription.ts';
import { isProved } from '../parcels/proof.ts';
import { findParcel } from '../parcels/stored-parcel.ts';
import { isRelay } from '../relay/carrier.ts';
import { subscribeByCarrier } from '../relay/subscribe.ts';

const LONGEST = 90 * DAY;

export const createTrackingSubscription: Behaviour = async (call) => {
  const { system, unit, now } = call;
  const owner = callerOf(call).partyId;
  const asked = call.body as TrackingSubscriptionRequest;
  const { carrierCode, waybillNo, proof } = asked;
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
  return openTrackingSubscription(system, unit, now, { owner, asked, expiresAt });
};
