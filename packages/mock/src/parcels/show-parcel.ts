import {
  type FoldResult,
  isTerminalAt,
  type Parcel,
  showEvent,
  stageOf,
  type TrackingEvent,
} from '@openwaybill/schemas';
import { foldParcel } from './fold-parcel.ts';
import type { StoredParcel } from './stored-parcel.ts';

/** The members of a parcel that follow from its events, as it stands at an instant. */
export const foldedMembers = (
  folded: FoldResult<TrackingEvent>,
  { status, sinceAt }: Pick<FoldResult<TrackingEvent>, 'status' | 'sinceAt'>,
  now: string,
) => {
  const last = folded.events.filter(({ part }) => part === 'FOLDED').at(-1);
  return {
    status,
    leg: folded.leg,
    ...(sinceAt === undefined ? {} : { sinceAt }),
    terminal: isTerminalAt(status, sinceAt, now),
    gap: folded.gap,
    stale: folded.stale,
    overdue: folded.overdue,
    anomalyCount: folded.anomalyCount,
    eventCount: folded.eventCount,
    ...(last === undefined ? {} : { lastEvent: showEvent(last) }),
    ...(folded.inferredMilestones.length === 0
      ? {}
      : { inferredMilestones: [...folded.inferredMilestones] }),
    stage: stageOf(status, sinceAt, now),
  };
};

/** The parcel as a resource; its order number is for the platform of the order alone. */
export const showParcel = (parcel: StoredParcel, now: string, viewer: string): Parcel => {
  const { folded, ...state } = foldParcel(parcel);
  return {
    carrierCode: parcel.carrierCode,
    waybillNo: parcel.waybillNo,
    ...(viewer === parcel.owner ? { orderNo: parcel.orderNo } : {}),
    ...foldedMembers(folded, state, now),
    ...(parcel.expectedDelivery === undefined ? {} : { expectedDelivery: parcel.expectedDelivery }),
    ...(parcel.related === undefined ? {} : { relatedWaybills: parcel.related }),
    revision: parcel.revision,
  };
};

/** Every stored event, in the order of the fold. */
export const showEvents = (parcel: StoredParcel): readonly TrackingEvent[] =>
  foldParcel(parcel).folded.events.map(showEvent);
