import type { ParcelProof } from '@openwaybill/schemas';
import { findOrder } from '../orders/stored-order.ts';
import type { Unit } from '../store/unit.ts';
import type { StoredParcel } from './stored-parcel.ts';

/** Whether a proof names the order of a parcel, or its consignee. */
export const isProved = async (
  unit: Unit,
  parcel: StoredParcel,
  proof: ParcelProof | undefined,
): Promise<boolean> => {
  if (proof === undefined) return false;
  const stored = await findOrder(unit, parcel.owner, parcel.orderNo);
  return (
    proof.orderNo === parcel.orderNo ||
    (proof.consigneeRef !== undefined &&
      proof.consigneeRef === stored?.order.consignee.consigneeRef)
  );
};
