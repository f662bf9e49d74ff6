import type { FoldResult, PublicParcelEvent, TrackingEvent } from '@openwaybill/schemas';
import { knownCode } from '../relay/known-code.ts';
import { foldParcel } from './fold-parcel.ts';
import type { StoredParcel } from './stored-parcel.ts';

/** What anybody may see of a fold: code and city of what stands. */
export const publicEventsOf = ({ events }: FoldResult<TrackingEvent>): PublicParcelEvent[] =>
  events
    .filter(({ part }) => part === 'FOLDED')
    .map(({ event: { eventCode, location } }) => ({
      eventCode: knownCode(eventCode),
      ...(location?.region.cityName === undefined ? {} : { cityName: location.region.cityName }),
    }));

/** The same of a parcel of this courier. */
export const publicEvents = (parcel: StoredParcel): PublicParcelEvent[] =>
  publicEventsOf(foldParcel(parcel).folded);
