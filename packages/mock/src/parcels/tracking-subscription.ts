import type { TrackingSubscription } from '@openwaybill/schemas';
import { after, type Soon } from '../store/soon.ts';
import type { Unit } from '../store/unit.ts';
import type { StoredParcel } from './stored-parcel.ts';

/** The number of a parcel, and the courier whose it is. */
export type ParcelName = Pick<StoredParcel, 'carrierCode' | 'waybillNo'>;

/** A subscription to one parcel, as it is kept. */
export type StoredTrackingSubscription = {
  readonly subscription: TrackingSubscription;
  readonly owner: string;
  readonly carrierCode: ParcelName['carrierCode'];
  readonly waybillNo: string;
  /** At a relay: the subscription at the courier that stands behind it. */
  readonly upstream?: string;
  readonly eventCodes?: readonly string[];
};

const COLLECTION = 'tracking-subscription';

const parentOf = ({ carrierCode, waybillNo }: ParcelName): string => `${carrierCode}/${waybillNo}`;

export const putTrackingSubscription = (unit: Unit, stored: StoredTrackingSubscription): void =>
  unit.put({
    collection: COLLECTION,
    id: stored.subscription.trackingSubscriptionId,
    owner: stored.owner,
    parent: parentOf(stored),
    createdAt: stored.subscription.createdAt,
    updatedAt: stored.subscription.updatedAt,
    body: stored,
  });

export const findTrackingSubscription = (
  unit: Unit,
  id: string,
): Soon<StoredTrackingSubscription | undefined> =>
  unit.get<StoredTrackingSubscription>(COLLECTION, id);

export const dropTrackingSubscription = (unit: Unit, id: string): void =>
  unit.delete(COLLECTION, id);

/** Subscriptions to a parcel, whatever their state. */
export const subscriptionsTo = (
  unit: Unit,
  parcel: ParcelName,
): Soon<readonly StoredTrackingSubscription[]> =>
  after(unit.list({ collection: COLLECTION, parent: parentOf(parcel) }), (rows) =>
    rows.map((row) => row.body as StoredTrackingSubscription),
  );

/** Who has an active subscription to a parcel of this number, whoever carries it. */
export const subscribersToNumber = async (
  unit: Unit,
  waybillNo: string,
): Promise<readonly string[]> => {
  const all = (await unit.list({ collection: COLLECTION })).map(
    (row) => row.body as StoredTrackingSubscription,
  );
  const live = all.filter(
    (one) => one.waybillNo === waybillNo && one.subscription.state === 'ACTIVE',
  );
  return [...new Set(live.map(({ owner }) => owner))];
};

/** Who gets an event by subscription, each once; the platform of the order gets every one without. */
export const subscribersOf = (
  unit: Unit,
  parcel: ParcelName & Pick<StoredParcel, 'owner'>,
  eventCode: string,
): Soon<readonly string[]> =>
  after(subscriptionsTo(unit, parcel), (stored) => {
    const taking = stored.filter(
      ({ subscription, owner, eventCodes }) =>
        subscription.state === 'ACTIVE' &&
        owner !== parcel.owner &&
        (eventCodes === undefined || eventCodes.includes(eventCode)),
    );
    return [...new Set(taking.map(({ owner }) => owner))];
  });
