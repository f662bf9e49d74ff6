import type { ProofOfDelivery } from '@openwaybill/schemas';
import type { Behaviour } from '../engine/call.ts';
import { Refusal } from '../engine/refusal.ts';
import { findOrder } from '../orders/stored-order.ts';
import { parcelNamed } from '../parcels/parcel-named.ts';
import { proofOf } from '../parcels/proof-of-delivery.ts';

/** Without attachments: this courier takes no photographs. */
export const getProofOfDelivery: Behaviour = async (call) => {
  const parcel = await parcelNamed(call);
  const proof = proofOf(parcel);
  if (proof === undefined) throw new Refusal('NOT_FOUND');
  const stored = await findOrder(call.unit, parcel.owner, parcel.orderNo);
  const signer = stored?.order.consignee.contactMasked.nameMasked;
  const isOwnHand = proof.method === 'CONSIGNEE_SIGNED';
  const body: ProofOfDelivery = {
    ...proof,
    ...(isOwnHand && signer !== undefined ? { signedByMasked: signer } : {}),
  };
  return { status: 200, body };
};
