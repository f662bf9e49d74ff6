import type { AuditReceipt } from '@openwaybill/schemas';
import { fromHex } from '@openwaybill/validate';
import { type CheckpointFault, openCheckpoint } from './checkpoint.ts';
import { verifyInclusion } from './verify.ts';

/** What a receipt proves: its entry stands in the tree of its checkpoint. */
export type VerifiedReceipt =
  | { readonly ok: true; readonly size: number; readonly root: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly fault: CheckpointFault | 'COVERAGE' | 'INCLUSION' };

/** Verifies the receipt of an answer by itself: signature, coverage (size greater than the index) and path. */
export const verifyReceipt = async (
  receipt: AuditReceipt,
  origin: string,
  publicKeys: readonly Uint8Array<ArrayBuffer>[],
): Promise<VerifiedReceipt> => {
  const opened = await openCheckpoint(receipt.checkpoint, origin, publicKeys);
  if (!opened.ok) return opened;
  const { size, root } = opened;
  if (size <= receipt.leafIndex) return { ok: false, fault: 'COVERAGE' };
  const isIncluded = await verifyInclusion({
    leafHash: fromHex(receipt.leafHash),
    leafIndex: receipt.leafIndex,
    treeSize: size,
    root,
    path: receipt.inclusionPath.map(fromHex),
  });
  return isIncluded ? { ok: true, size, root } : { ok: false, fault: 'INCLUSION' };
};
