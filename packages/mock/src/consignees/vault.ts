import { addr1, maskContact, mintConsigneeRef } from '@openwaybill/privacy';
import type {
  Address,
  ConsigneeMasked,
  ConsigneeRegistration,
  Contact,
} from '@openwaybill/schemas';
import { base64url, fromBase64url } from '@openwaybill/validate';
import type { System } from '../engine/system.ts';
import { holdOn } from '../erasures/legal-hold.ts';
import { recordRow } from '../store/resource.ts';
import { DATA_KEY } from '../store/sealed-store.ts';
import type { Soon } from '../store/soon.ts';
import type { Unit } from '../store/unit.ts';

/** What is registered of the consignee of one order. */
export type Registered = {
  readonly orderNo: string;
  readonly contact: Contact;
  readonly address: Address;
  readonly deliveryNote?: string;
  readonly basis: ConsigneeRegistration['basis'];
  /** The merchant that registered it; the platform itself otherwise. */
  readonly registeredBy: string;
  readonly registeredAt: string;
};

/** The plaintext of the consignee of one order. It leaves by a reveal alone, and is stored under a key of its own. */
export type VaultEntry = Registered & {
  /** Names the record and its data key; another consignee of the order is another record. */
  readonly recordId: string;
  /** Without it nobody can tell which entries of the audit log are about this person. */
  readonly subjectSalt: string;
  /** Erased for everybody, and kept for an authority as long as a legal hold lasts. */
  readonly hiddenAt?: string;
  /** What the log calls the person by references that went when it was hidden. */
  readonly tags?: readonly string[];
};

/** What one organisation calls the consignee of one order. */
export type Reference = {
  readonly consigneeRef: string;
  readonly orderNo: string;
  readonly partyId: string;
  /** It stands for who sends, on the way back; absent: for who receives. */
  readonly about?: 'consignor';
};

const VAULT = 'vault';
const REFERENCE = 'reference';

const SALT_BYTES = 32;
const TAG_BYTES = 16;

/** Puts a person into the vault as a new record; the record that it takes the place of is erased, or held. */
export const putVaultEntry = async (
  system: System,
  unit: Unit,
  owner: string,
  now: string,
  registered: Registered,
): Promise<VaultEntry> => {
  const before = await keptEntry(unit, registered.orderNo);
  if (before !== undefined) await endRecord(unit, now, before);
  const entry: VaultEntry = {
    ...registered,
    // by the generator of the system: a key must never be found again by a seed
    recordId: crypto.randomUUID(),
    subjectSalt: base64url(system.random(SALT_BYTES)),
  };
  unit.put(recordRow(VAULT, entry.orderNo, owner, now, entry));
  return entry;
};

/**
 * What the audit log calls a person by one of its references: the same in all entries under that reference, and nothing
 * to anybody without the salt of the record. Nothing for a reference of nobody.
 */
export const subjectTag = async (unit: Unit, consigneeRef: string): Promise<string | undefined> => {
  const reference = await findReference(unit, consigneeRef);
  const entry = reference && (await keptEntry(unit, reference.orderNo));
  const salt = entry && fromBase64url(entry.subjectSalt);
  if (salt === undefined) return undefined;
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', salt, hmac, false, ['sign']);
  const mac = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(consigneeRef));
  return base64url(new Uint8Array(mac).slice(0, TAG_BYTES));
};

/** What is kept of the person of an order, for whoever may read it. */
export const keptEntry = (unit: Unit, orderNo: string): Soon<VaultEntry | undefined> =>
  unit.get<VaultEntry>(VAULT, orderNo);

/** The person of an order; nothing where it was erased, whatever an authority has us keep. */
export const findVaultEntry = async (
  unit: Unit,
  orderNo: string,
): Promise<VaultEntry | undefined> => {
  const entry = await keptEntry(unit, orderNo);
  return entry?.hiddenAt === undefined ? entry : undefined;
};

/** Ends a record: its key is destroyed, unless a legal hold has it kept where no order finds it. */
const endRecord = async (unit: Unit, now: string, entry: VaultEntry): Promise<void> => {
  if ((await holdOn(unit, entry.orderNo)) === undefined) unit.delete(DATA_KEY, entry.recordId);
  else unit.put(recordRow(VAULT, `held/${entry.recordId}`, '', now, entry, entry.orderNo));
};

/** Destroys the keys of the records that a later one has taken the place of. */
export const eraseReplaced = async (unit: Unit, orderNo: string): Promise<void> => {
  for (const { id, body } of await unit.list({ collection: VAULT, parent: orderNo })) {
    unit.delete(DATA_KEY, (body as VaultEntry).recordId);
    unit.delete(VAULT, id);
  }
};

/** Erases a person for everybody but the authority whose hold it is: no reference but the authority's is known. */
export const hideVaultEntry = async (
  unit: Unit,
  now: string,
  orderNo: string,
  isAuthority: (partyId: string) => boolean,
): Promise<void> => {
  const row = await unit.row(VAULT, orderNo);
  if (row === undefined) return;
  const tags = await subjectTags(unit, orderNo);
  unit.put({ ...row, body: { ...(row.body as VaultEntry), hiddenAt: now, tags } });
  for (const { partyId, consigneeRef } of await referencesOf(unit, orderNo))
    if (!isAuthority(partyId)) unit.delete(REFERENCE, consigneeRef);
};

/** All persons that an organisation registered, in the order of their registration. */
export const vaultEntriesOf = async (unit: Unit, owner: string): Promise<readonly VaultEntry[]> =>
  (await unit.list({ collection: VAULT, owner }))
    .map((row) => row.body as VaultEntry)
    .filter(({ hiddenAt }) => hiddenAt === undefined);

export const findReference = (unit: Unit, consigneeRef: string): Soon<Reference | undefined> =>
  unit.get<Reference>(REFERENCE, consigneeRef);

export const referencesOf = async (unit: Unit, orderNo: string): Promise<readonly Reference[]> =>
  (await unit.list({ collection: REFERENCE, parent: orderNo })).map((row) => row.body as Reference);

/** Who has a reference to the person of an order, and since when; what stands for the sender is no reference of theirs. */
export const heldSince = async (
  unit: Unit,
  orderNo: string,
): Promise<readonly { readonly partyId: string; readonly sinceAt: string }[]> =>
  (await unit.list({ collection: REFERENCE, parent: orderNo })).flatMap(({ createdAt, body }) => {
    const { partyId, about } = body as Reference;
    return about === undefined ? [{ partyId, sinceAt: createdAt }] : [];
  });

/** What the log calls the person of an order: one tag for each organisation that knows it. */
export const subjectTags = async (unit: Unit, orderNo: string): Promise<readonly string[]> => {
  const tags = await Promise.all(
    (await referencesOf(unit, orderNo)).map(({ consigneeRef }) => subjectTag(unit, consigneeRef)),
  );
  const before = (await keptEntry(unit, orderNo))?.tags ?? [];
  return [...new Set([...before, ...tags.filter((tag) => tag !== undefined)])];
};

/** How many orders an organisation has got references to since an instant. */
export const referenceCount = async (unit: Unit, partyId: string, since: string): Promise<number> =>
  (await unit.list({ collection: REFERENCE, owner: partyId })).filter(
    (row) => row.createdAt >= since,
  ).length;

/** The reference of an organisation to the consignee of an order: random, and minted at its first need. */
export const referenceFor = async (
  system: System,
  unit: Unit,
  now: string,
  partyId: string,
  orderNo: string,
): Promise<string> => {
  const known = (await referencesOf(unit, orderNo)).find(
    (one) => one.partyId === partyId && one.about === undefined,
  );
  if (known !== undefined) return known.consigneeRef;
  let consigneeRef: string = mintConsigneeRef(system.random);
  // a seeded stream begins again after a restart; a reference never stands for a second person
  while ((await findReference(unit, consigneeRef)) !== undefined)
    consigneeRef = mintConsigneeRef(system.random);
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

/** Destroys the key of a record, and takes the record and every reference to it out of the store. */
export const eraseVaultEntry = async (unit: Unit, orderNo: string): Promise<void> => {
  const entry = await keptEntry(unit, orderNo);
  if (entry !== undefined) unit.delete(DATA_KEY, entry.recordId);
  await dropReferences(unit, orderNo);
  unit.delete(VAULT, orderNo);
};

/** What everybody but the platform sees of it. */
export const maskedConsignee = (entry: Registered, consigneeRef: string): ConsigneeMasked => ({
  consigneeRef,
  contactMasked: maskContact(entry.contact),
  addressMasked: addr1(entry.address, 'TOWN'),
});
