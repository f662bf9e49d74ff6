import type { Call } from '../engine/call.ts';
import { ownResource } from '../engine/own-resource.ts';
import { Refusal } from '../engine/refusal.ts';
import { standingOf } from './standing.ts';
import { isCutOff, type StoredBinding } from './stored-binding.ts';
import { findVaultEntry } from './vault.ts';

/** A binding of the caller's that has not ended; an ended one is unknown. */
export const liveBinding = async (
  call: Call,
  bindingId = call.path.bindingId ?? '',
): Promise<StoredBinding> => {
  const { unit, now } = call;
  const stored = await ownResource<StoredBinding>(call, 'contact-binding', bindingId);
  const standing = await standingOf(unit, stored.orderNo, now, stored.waybillNo);
  const isLive =
    Date.parse(stored.binding.expiresAt) > Date.parse(now) &&
    standing !== undefined &&
    // after an erasure there is nobody who could be reached
    (await findVaultEntry(unit, stored.orderNo)) !== undefined &&
    !isCutOff(standing, now);
  if (!isLive) throw new Refusal('NOT_FOUND');
  return stored;
};
