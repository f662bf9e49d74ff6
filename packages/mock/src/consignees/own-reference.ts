import type { Counterparty } from '../engine/options.ts';
import { Refusal } from '../engine/refusal.ts';
import type { Unit } from '../store/unit.ts';
import { isOpenOrder } from './standing.ts';
import { findReference, findVaultEntry, type Reference, type VaultEntry } from './vault.ts';

/** In a sandbox the client of a consignee stands for the person whose name it bears; all its references are its own. */
const isPerson = (caller: Counterparty, entry: VaultEntry): boolean =>
  caller.role === 'consignee' && caller.name === entry.contact.name;

/** What a reference of the caller's stands for; another's, and one of a closed order, is answered as one that never was. */
export const ownReference = async (
  unit: Unit,
  caller: Counterparty,
  consigneeRef: string,
  now: string,
): Promise<{ readonly reference: Reference; readonly entry: VaultEntry }> => {
  const reference = await findReference(unit, consigneeRef);
  const entry = reference && (await findVaultEntry(unit, reference.orderNo));
  if (
    reference === undefined ||
    entry === undefined ||
    !(reference.partyId === caller.partyId || isPerson(caller, entry)) ||
    !(await isOpenOrder(unit, reference.orderNo, now))
  )
    throw new Refusal('NOT_FOUND');
  return { reference, entry };
};
