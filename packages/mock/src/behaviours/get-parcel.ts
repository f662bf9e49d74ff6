import { type Behaviour, callerOf } from '../engine/call.ts';
import { parcelNamed } from '../parcels/parcel-named.ts';
import { showParcel } from '../parcels/show-parcel.ts';
import { isRelay } from '../relay/carrier.ts';
import { relayedNamed, showRelayed } from '../relay/relayed-parcel.ts';

export const getParcel: Behaviour = async (call) => ({
  status: 200,
  body: isRelay(call.system)
    ? showRelayed(await relayedNamed(call), call.now)
    : showParcel(await parcelNamed(call), call.now, callerOf(call).partyId),
});
