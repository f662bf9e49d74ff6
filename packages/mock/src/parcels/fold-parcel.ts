import { type FoldResult, fold, isTerminalAt, type TrackingEvent } from '@openwaybill/schemas';
import type { StoredParcel } from './stored-parcel.ts';

/** The fold of a bound parcel: without any event it shows CREATED, since the moment at which it was bound. */
export const foldParcel = (
  parcel: Pick<StoredParcel, 'events' | 'boundAt'>,
): {
  readonly folded: FoldResult<TrackingEvent>;
  readonly status: StoredParcel['status'];
  readonly sinceAt: string;
} => {
  const folded = fold(parcel.events);
  const status = folded.status === 'UNKNOWN' ? 'CREATED' : folded.status;
  return { folded, status, sinceAt: folded.sinceAt ?? parcel.boundAt };
};

/** Whether a parcel is at its end: a lost one is after 30 days. */
export const isAtEnd = (parcel: Pick<StoredParcel, 'status' | 'sinceAt'>, now: string): boolean =>
  isTerminalAt(parcel.status, parcel.sinceAt, now);

const BEFORE_PICKUP: readonly StoredParcel['status'][] = [
  'UNKNOWN',
  'CREATED',
  'AWAITING_PICKUP',
  'CANCELLED',
];

/** Whether a status is one of a parcel that the courier has had in hand: a physical scan brought it there (9.4). */
export const isInHand = (status: StoredParcel['status']): boolean =>
  !BEFORE_PICKUP.includes(status);
