import type { PublicParcelEvent } from '@openwaybill/schemas';
import { foldParcel } from './fold-parcel.ts';
import type { StoredParcel } from './stored-parcel.ts';

/** What anybody may see of a parcel: code and city of what stands. */
export const publicEvents = (parcel: StoredParcel): PublicParcelEvent[] =>
  foldParcel(parcel)
    .folded.events.filter(({ part }) => part === 'FOLDED')
    .map(({ event: { eventCode, location } }) => ({
      eventCode,
      ...(location?.region.cityName === undefined ? {} : { cityName: location.region.cityName }),
    }));
