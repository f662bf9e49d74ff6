import { type Call, callerOf } from '../engine/call.ts';
import { Refusal } from '../engine/refusal.ts';
import { parcelUnder } from './hand-over.ts';
import type { StoredParcel } from './stored-parcel.ts';

/** The parcel that the path names, if it is of an order of the caller: unknown and not yours are one answer. */
export const parcelNamed = async (call: Call): Promise<StoredParcel> => {
  const { carrierCode, waybillNo = '' } = call.path;
  const parcel = await parcelUnder(call.system, call.unit, carrierCode, waybillNo);
  if (parcel?.owner !== callerOf(call).partyId) throw new Refusal('NOT_FOUND');
  return parcel;
};
