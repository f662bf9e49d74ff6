import { addr1, maskContact, mintConsigneeRef } from '@openwaybill/privacy';
import type {
  Address,
  ConsigneeMasked,
  ConsigneeRegistration,
  Contact,
} from '@openwaybill/schemas';
import type { System } from '../engine/system.ts';
import { recordRow } from '../store/resource.ts';
import type { Unit } from '../store/unit.ts';

/** The plaintext of the consignee of one order. It leaves by a reveal alone. */
export type VaultEntry = {
  readonly orderNo: string;
  readonly contact: Contact;
  readonly address: Address;
  readonly deliveryNote?: string;
  readonly basis: ConsigneeRegistration['basis'];
  /** The merchant that registered it; the platform itself otherwise. */
  readonly registeredBy: string;
  readonly registeredAt: string;
};

/** What one organisation calls the consignee of one order. */
export type Reference = {
  readonly consigneeRef: string;
  readonly orderNo: string;
  readonly partyId: string;
};

const VAULT = 'vault';
const REFERENCE = 'reference';

export const putVaultEntry = (unit: Unit, owner: string, now: string, entry: VaultEntry): void =>
  unit.put(recordRow(VAULT, entry.orderNo, owner, now, entry));

export const findVaultEntry = (unit: Unit, orderNo: string): Promise<VaultEntry | undefined> =>
  unit.get<VaultEntry>(VAULT, orderNo);

export const vaultEntries = async (unit: Unit): Promise<readonly VaultEntry[]> =>
  (await unit.list({ collection: VAULT })).map((row) => row.body as VaultEntry);

export const findReference = (unit: Unit, consigneeRef: string): Promise<Reference | undefined> =>
  unit.get<Reference>(REFERENCE, consigneeRef);

export const referencesOf = async (unit: Unit, orderNo: string): Promise<readonly Reference[]> =>
  (await unit.list({ collection: REFERENCE, parent: orderNo })).map((row) => row.body as Reference);

/** The reference of an organisation to the consignee of an order: random, and minted at its first need. */
export const referenceFor = async (
  system: System,
  unit: Unit,
  now: string,
  partyId: string,
  orderNo: string,
): Promise<string> => {
  const known = (await referencesOf(unit, orderNo)).find((one) => one.partyId === partyId);
  if (known !== undefined) return known.consigneeRef;
  const consigneeRef = mintConsigneeRef(system.random);
  const body: Reference = { consigneeRef, orderNo, partyId };
  unit.put(recordRow(REFERENCE, consigneeRef, partyId, now, body, orderNo));
  return consigneeRef;
};

/** Makes all references of an order unknown; who had which is answered. */
export const dropReferences = async (
  unit: Unit,
  orderNo: string,
): Promise<readonly Reference[]> => {
  const dropped = await referencesOf(unit, orderNo);
  for (const { consigneeRef } of dropped) unit.delete(REFERENCE, consigneeRef);
  return dropped;
};

/** Takes the plaintext and every reference to it out of the store. */
export const eraseVaultEntry = async (unit: Unit, orderNo: string): Promise<void> => {
  await dropReferences(unit, orderNo);
  unit.delete(VAULT, orderNo);
};

/** What everybody but the platform sees of it. */
export const maskedConsignee = (entry: VaultEntry, consigneeRef: string): ConsigneeMasked => ({
  consigneeRef,
  contactMasked: maskContact(entry.contact),
  addressMasked: addr1(entry.address, 'TOWN'),
});
