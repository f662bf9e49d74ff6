import { type ParcelStatus, parcelStatusEntries } from './parcel-status-codes.ts';

const ALL = Object.keys(parcelStatusEntries) as readonly ParcelStatus[];

/** The legal next statuses of each status. Staying in the same status is always legal and is not listed. */
export const NEXT_STATUSES: Readonly<Record<ParcelStatus, readonly ParcelStatus[]>> = {
  UNKNOWN: ALL.filter((status) => status !== 'UNKNOWN'),
  CREATED: ['AWAITING_PICKUP', 'PICKED_UP', 'CANCELLED'],
  AWAITING_PICKUP: ['PICKED_UP', 'CANCELLED'],
  PICKED_UP: [
    'IN_TRANSIT',
    'AT_DESTINATION',
    'OUT_FOR_DELIVERY',
    'CUSTOMS',
    'HELD',
    'INTERCEPTED',
    'LOST',
    'DESTROYED',
  ],
  IN_TRANSIT: [
    'AT_DESTINATION',
    'OUT_FOR_DELIVERY',
    'CUSTOMS',
    'HELD',
    'FORWARDED',
    'INTERCEPTED',
    'RETURNING',
    'LOST',
    'DESTROYED',
  ],
  CUSTOMS: ['IN_TRANSIT', 'AT_DESTINATION', 'HELD', 'RETURNING', 'DESTROYED'],
  AT_DESTINATION: [
    'OUT_FOR_DELIVERY',
    'AWAITING_COLLECTION',
    'HELD',
    'FORWARDED',
    'INTERCEPTED',
    'RETURNING',
    'IN_TRANSIT',
    'LOST',
  ],
  OUT_FOR_DELIVERY: [
    'DELIVERED',
    'AWAITING_COLLECTION',
    'DELIVERY_FAILED',
    'AT_DESTINATION',
    'HELD',
    'INTERCEPTED',
    'RETURNING',
    'LOST',
  ],
  AWAITING_COLLECTION: [
    'DELIVERED',
    'OUT_FOR_DELIVERY',
    'AT_DESTINATION',
    'DELIVERY_FAILED',
    'HELD',
    'RETURNING',
    'LOST',
  ],
  DELIVERY_FAILED: [
    'OUT_FOR_DELIVERY',
    'AT_DESTINATION',
    'AWAITING_COLLECTION',
    'HELD',
    'FORWARDED',
    'RETURNING',
    'DELIVERED',
    'DESTROYED',
  ],
  HELD: [
    'IN_TRANSIT',
    'AT_DESTINATION',
    'OUT_FOR_DELIVERY',
    'CUSTOMS',
    'FORWARDED',
    'RETURNING',
    'DESTROYED',
  ],
  FORWARDED: ['IN_TRANSIT', 'AT_DESTINATION', 'OUT_FOR_DELIVERY', 'RETURNING', 'DELIVERED'],
  INTERCEPTED: ['RETURNING', 'IN_TRANSIT', 'HELD'],
  RETURNING: ['RETURNED', 'HELD', 'LOST', 'DESTROYED'],
  LOST: ['IN_TRANSIT', 'AT_DESTINATION', 'RETURNING'],
  DELIVERED: [],
  RETURNED: [],
  DESTROYED: [],
  CANCELLED: [],
};

/** The way of a parcel that meets no exception, in the order of its progress. */
export const MAIN_PATH: readonly ParcelStatus[] = [
  'CREATED',
  'AWAITING_PICKUP',
  'PICKED_UP',
  'IN_TRANSIT',
  'AT_DESTINATION',
  'OUT_FOR_DELIVERY',
  'AWAITING_COLLECTION',
  'DELIVERED',
];

/** What a code means on the way back, by its status of a forward leg. Others keep their meaning. */
export const ON_RETURN_LEG: Readonly<Partial<Record<ParcelStatus, ParcelStatus>>> = {
  DELIVERED: 'RETURNED',
  RETURNED: 'RETURNED',
  PICKED_UP: 'RETURNING',
  IN_TRANSIT: 'RETURNING',
  CUSTOMS: 'RETURNING',
  AT_DESTINATION: 'RETURNING',
  OUT_FOR_DELIVERY: 'RETURNING',
  AWAITING_COLLECTION: 'RETURNING',
  DELIVERY_FAILED: 'RETURNING',
  FORWARDED: 'RETURNING',
  INTERCEPTED: 'RETURNING',
};

/** Accepted on the way back from every status that is not terminal. */
export const ALWAYS_ON_RETURN_LEG: readonly ParcelStatus[] = ['RETURNING', 'RETURNED'];
