import type { Parcel, TrackingEvent, Waybill } from '@openwaybill/schemas';
import type { Soon } from '../store/soon.ts';
import type { Unit } from '../store/unit.ts';

/** The observations of a parcel, and what they came to when the last one was recorded. */
export type StoredParcel = {
  readonly carrierCode: Waybill['carrierCode'];
  readonly waybillNo: string;
  readonly orderNo: string;
  readonly packageId: string;
  readonly owner: string;
  readonly boundAt: string;
  /** In the order of arrival; the fold knows no order. */
  readonly events: readonly TrackingEvent[];
  readonly status: Parcel['status'];
  readonly sinceAt: string;
  readonly expectedDelivery?: NonNullable<Parcel['expectedDelivery']>;
  /** Its numbers at other couriers, once it was handed over. */
  readonly related?: NonNullable<Parcel['relatedWaybills']>;
  readonly revision: number;
};

const COLLECTION = 'parcel';

const orderKey = (owner: string, orderNo: string): string => `${owner}/${orderNo}`;

export const putParcel = (unit: Unit, parcel: StoredParcel, now: string): void =>
  unit.put({
    collection: COLLECTION,
    id: parcel.waybillNo,
    owner: parcel.owner,
    parent: orderKey(parcel.owner, parcel.orderNo),
    createdAt: parcel.boundAt,
    updatedAt: now,
    body: parcel,
  });

export const findParcel = (unit: Unit, waybillNo: string): Soon<StoredParcel | undefined> =>
  unit.get<StoredParcel>(COLLECTION, waybillNo);

/** The parcels of an order, in the order in which they were bound. */
export const parcelsOfOrder = async (
  unit: Unit,
  owner: string,
  orderNo: string,
): Promise<readonly StoredParcel[]> =>
  (await unit.list({ collection: COLLECTION, parent: orderKey(owner, orderNo) })).map(
    (row) => row.body as StoredParcel,
  );
