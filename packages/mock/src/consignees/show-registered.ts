import type { ConsigneeRegistered } from '@openwaybill/schemas';
import { type Answer, type Call, callerOf } from '../engine/call.ts';
import { Refusal } from '../engine/refusal.ts';
import { waybillsOfOrder } from '../observed/bind-waybill.ts';
import { mergeKeyOf } from './merge-key.ts';
import { findVaultEntry, maskedConsignee, referenceFor, type VaultEntry } from './vault.ts';

/** What a registration answers now: the key for combining orders is gone once a waybill is bound. */
export const showRegistered = async (
  { system, unit, now }: Pick<Call, 'system' | 'unit' | 'now'>,
  partyId: string,
  entry: VaultEntry,
): Promise<ConsigneeRegistered> => {
  const consigneeRef = await referenceFor(system, unit, now, partyId, entry.orderNo);
  const isOrdered = (await waybillsOfOrder(unit, entry.orderNo)).length === 0;
  return {
    consignee: maskedConsignee(entry, consigneeRef),
    ...(isOrdered ? { mergeKey: await mergeKeyOf(system, now, partyId, entry) } : {}),
  };
};

/**
 * A repeated key answers what is registered by now and never what was stored: no masked value is kept beside the vault.
 * A record that was erased or replaced is answered as one that never was.
 */
export const replayRegistration = async (call: Call, first: Answer): Promise<Answer> => {
  const { recordId } = (first.body ?? {}) as { readonly recordId?: string };
  if (recordId === undefined) return first;
  const entry = await findVaultEntry(call.unit, String(call.body.orderNo));
  if (entry?.recordId !== recordId) throw new Refusal('NOT_FOUND');
  return { ...first, body: await showRegistered(call, callerOf(call).partyId, entry) };
};
