import { answerOf } from '../../transcript/body.ts';
import type { Exchange } from '../../transcript/format.ts';

/** Numbers of the parcels that a leg in an answer names. */
export const parcelsOf = (leg: Exchange): readonly string[] => {
  const parcels: unknown = answerOf(leg)?.parcels;
  return (Array.isArray(parcels) ? parcels : []).map((parcel) => String(parcel?.waybillNo));
};
