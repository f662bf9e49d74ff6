import { type Parcel, showEvent, stageOf, type TrackingEvent } from '@openwaybill/schemas';
import { foldParcel, isAtEnd } from './fold-parcel.ts';
import type { StoredParcel } from './stored-parcel.ts';

/** The parcel as a resource; its order number is for the platform of the order alone. */
export const showParcel = (parcel: StoredParcel, now: string, viewer: string): Parcel => {
  const { folded, status, sinceAt } = foldParcel(parcel);
  const last = folded.events.filter(({ part }) => part === 'FOLDED').at(-1);
  return {
    carrierCode: parcel.carrierCode,
    waybillNo: parcel.waybillNo,
    ...(viewer === parcel.owner ? { orderNo: parcel.orderNo } : {}),
    status,
    leg: folded.leg,
    sinceAt,
    terminal: isAtEnd({ status, sinceAt }, now),
    gap: folded.gap,
    stale: folded.stale,
    overdue: folded.overdue,
    anomalyCount: folded.anomalyCount,
    eventCount: folded.eventCount,
    ...(last === undefined ? {} : { lastEvent: showEvent(last) }),
    ...(folded.inferredMilestones.length === 0
      ? {}
      : { inferredMilestones: [...folded.inferredMilestones] }),
    ...(parcel.expectedDelivery === undefined ? {} : { expectedDelivery: parcel.expectedDelivery }),
    stage: stageOf(status, sinceAt, now),
    ...(parcel.related === undefined ? {} : { relatedWaybills: parcel.related }),
    revision: parcel.revision,
  };
};

/** Every stored event, in the order of the fold. */
export const showEvents = (parcel: StoredParcel): readonly TrackingEvent[] =>
  foldParcel(parcel).folded.events.map(showEvent);
