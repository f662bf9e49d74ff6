import type { ParcelStatus } from '@openwaybill/schemas';

/** Receivers that know statuses only. */
export type StatusVocabulary = 'aftership-tag' | 'easypost' | 'kuaidi100' | 'karrio';

/** What a status is called elsewhere; absent where the vocabulary has no word for it. */
type Words = { readonly [vocabulary in StatusVocabulary]?: string };

const WORDS: Readonly<Record<ParcelStatus, Words>> = {
  UNKNOWN: { 'aftership-tag': 'Pending', easypost: 'unknown', karrio: 'unknown' },
  CREATED: {
    'aftership-tag': 'InfoReceived',
    easypost: 'pre_transit',
    kuaidi100: '101',
    karrio: 'pending',
  },
  AWAITING_PICKUP: {
    'aftership-tag': 'InfoReceived',
    easypost: 'pre_transit',
    kuaidi100: '102',
    karrio: 'pending',
  },
  PICKED_UP: {
    'aftership-tag': 'InTransit',
    easypost: 'in_transit',
    kuaidi100: '103',
    karrio: 'picked_up',
  },
  IN_TRANSIT: {
    'aftership-tag': 'InTransit',
    easypost: 'in_transit',
    kuaidi100: '1002',
    karrio: 'in_transit',
  },
  CUSTOMS: {
    'aftership-tag': 'InTransit',
    easypost: 'in_transit',
    kuaidi100: '10',
    karrio: 'in_transit',
  },
  AT_DESTINATION: {
    'aftership-tag': 'InTransit',
    easypost: 'in_transit',
    kuaidi100: '1001',
    karrio: 'in_transit',
  },
  FORWARDED: {
    'aftership-tag': 'InTransit',
    easypost: 'in_transit',
    kuaidi100: '7',
    karrio: 'in_transit',
  },
  OUT_FOR_DELIVERY: {
    'aftership-tag': 'OutForDelivery',
    easypost: 'out_for_delivery',
    kuaidi100: '5',
    karrio: 'out_for_delivery',
  },
  AWAITING_COLLECTION: {
    'aftership-tag': 'AvailableForPickup',
    easypost: 'available_for_pickup',
    kuaidi100: '501',
    karrio: 'ready_for_pickup',
  },
  DELIVERY_FAILED: {
    'aftership-tag': 'AttemptFail',
    easypost: 'failure',
    kuaidi100: '204',
    karrio: 'delivery_failed',
  },
  HELD: { 'aftership-tag': 'Exception', easypost: 'failure', kuaidi100: '208', karrio: 'on_hold' },
  INTERCEPTED: { 'aftership-tag': 'Exception', easypost: 'in_transit', karrio: 'on_hold' },
  RETURNING: {
    'aftership-tag': 'Exception',
    easypost: 'return_to_sender',
    kuaidi100: '6',
    karrio: 'return_to_sender',
  },
  RETURNED: {
    'aftership-tag': 'Exception',
    easypost: 'return_to_sender',
    kuaidi100: '4',
    karrio: 'return_to_sender',
  },
  DELIVERED: {
    'aftership-tag': 'Delivered',
    easypost: 'delivered',
    kuaidi100: '3',
    karrio: 'delivered',
  },
  LOST: { 'aftership-tag': 'Exception', easypost: 'failure', karrio: 'delivery_failed' },
  DESTROYED: { 'aftership-tag': 'Exception', easypost: 'failure', karrio: 'delivery_failed' },
  CANCELLED: { easypost: 'cancelled', kuaidi100: '401', karrio: 'cancelled' },
};

/** A flag of a parcel says more than its status, where the vocabulary has a word for it. */
const FLAGS: Readonly<Record<'stale' | 'overdue', Words>> = {
  stale: { 'aftership-tag': 'Expired', kuaidi100: '202' },
  overdue: { kuaidi100: '201', karrio: 'delivery_delayed' },
};

/** The status of a parcel in the word of another vocabulary. The way out loses information. */
export const statusOutwards = (
  vocabulary: StatusVocabulary,
  parcel: { readonly status: ParcelStatus; readonly stale?: boolean; readonly overdue?: boolean },
): string | undefined =>
  (parcel.stale === true ? FLAGS.stale[vocabulary] : undefined) ??
  (parcel.overdue === true ? FLAGS.overdue[vocabulary] : undefined) ??
  WORDS[parcel.status][vocabulary];
