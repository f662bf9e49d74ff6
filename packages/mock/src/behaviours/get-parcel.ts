import { type Behaviour, callerOf } from '../engine/call.ts';
import { parcelNamed } from '../parcels/parcel-named.ts';
import { showParcel } from '../parcels/show-parcel.ts';

export const getParcel: Behaviour = async (call) => ({
  status: 200,
  body: showParcel(await parcelNamed(call), call.now, callerOf(call).partyId),
});
