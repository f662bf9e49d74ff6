import type { TrackingSubscription } from '@openwaybill/schemas';
import type { Unit } from '../store/unit.ts';
import type { StoredParcel } from './stored-parcel.ts';

/** A subscription to one parcel, as it is kept. */
export type StoredTrackingSubscription = {
  readonly subscription: TrackingSubscription;
  readonly owner: string;
  readonly waybillNo: string;
  readonly eventCodes?: readonly string[];
};

const COLLECTION = 'tracking-subscription';

export const putTrackingSubscription = (unit: Unit, stored: StoredTrackingSubscription): void =>
  unit.put({
    collection: COLLECTION,
    id: stored.subscription.trackingSubscriptionId,
    owner: stored.owner,
    parent: stored.waybillNo,
    createdAt: stored.subscription.createdAt,
    updatedAt: stored.subscription.updatedAt,
    body: stored,
  });

export const findTrackingSubscription = (
  unit: Unit,
  id: string,
): Promise<StoredTrackingSubscription | undefined> =>
  unit.get<StoredTrackingSubscription>(COLLECTION, id);

export const dropTrackingSubscription = (unit: Unit, id: string): void =>
  unit.delete(COLLECTION, id);

/** Subscriptions to a parcel, whatever their state. */
export const subscriptionsTo = async (
  unit: Unit,
  waybillNo: string,
): Promise<readonly StoredTrackingSubscription[]> =>
  (await unit.list({ collection: COLLECTION, parent: waybillNo })).map(
    (row) => row.body as StoredTrackingSubscription,
  );

/** Who gets an event by subscription, each once; the platform of the order gets every one without. */
export const subscribersOf = async (
  unit: Unit,
  parcel: StoredParcel,
  eventCode: string,
): Promise<readonly string[]> => [
  ...new Set(
    (await subscriptionsTo(unit, parcel.waybillNo))
      .filter(
        ({ subscription, owner, eventCodes }) =>
          subscription.state === 'ACTIVE' &&
          owner !== parcel.owner &&
          (eventCodes === undefined || eventCodes.includes(eventCode)),
      )
      .map(({ owner }) => owner),
  ),
];
