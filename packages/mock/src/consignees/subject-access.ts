import { inclusionPath } from '@openwaybill/privacy';
import type { ConsentRecord, SubjectAccess } from '@openwaybill/schemas';
import { hex } from '@openwaybill/validate';
import {
  AUDIT,
  auditEntryOf,
  latestCheckpoint,
  leafOf,
  logSize,
  nodesOf,
  shownEntry,
} from '../audit/log.ts';
import type { System } from '../engine/system.ts';
import { holdOn } from '../erasures/legal-hold.ts';
import { waybillsOfOrder } from '../observed/bind-waybill.ts';
import type { Unit } from '../store/unit.ts';
import type { StoredConsent } from './consent.ts';
import { restsOnLaw } from './rests-on-law.ts';
import { standingOf } from './standing.ts';
import { bindingsOfOrder } from './stored-binding.ts';
import { revealsOfParcel } from './stored-reveal.ts';
import { heldSince, subjectTags, type VaultEntry } from './vault.ts';
import { viewOf } from './view.ts';

type Holder = SubjectAccess['holders'][number];
type Entry = SubjectAccess['entries'][number];
type Purpose = Holder['grants'][number]['purpose'];

const grantsOf = async (
  unit: Unit,
  orderNo: string,
  partyId: string,
): Promise<Holder['grants']> => {
  const grants: Holder['grants'] = [];
  for (const { waybill } of await waybillsOfOrder(unit, orderNo))
    for (const reveal of await revealsOfParcel(unit, orderNo, waybill.waybillNo)) {
      const { revealId, waybillNo, fields, status, expiresAt, owner } = reveal;
      const purpose = reveal.purpose as Purpose;
      if (owner === partyId)
        grants.push({ revealId, waybillNo, purpose, fields: [...fields], status, expiresAt });
    }
  return grants;
};

const contactsOf = async (
  unit: Unit,
  orderNo: string,
  partyId: string,
): Promise<Holder['contacts']> =>
  (await bindingsOfOrder(unit, orderNo))
    .filter(({ owner }) => owner === partyId)
    .map(({ binding: { bindingId, model, expiresAt }, waybillNo, purpose }) => ({
      bindingId,
      waybillNo,
      purpose: purpose as Purpose,
      model,
      expiresAt,
    }));

/** Everybody who has a reference to the person of an order, and what it got under it. */
const holdersOf = async (
  system: System,
  unit: Unit,
  now: string,
  entry: VaultEntry,
): Promise<readonly Holder[]> => {
  const { orderNo } = entry;
  const standing = await standingOf(unit, orderNo, now);
  const holders: Holder[] = [];
  for (const { partyId, sinceAt } of await heldSince(unit, orderNo)) {
    const party = system.counterparty(partyId);
    if (party === undefined || party.role === 'consignee') continue;
    const { role, name } = party;
    const view = standing && (await viewOf(unit, party, entry, standing, now));
    holders.push({
      organisation: { partyId, role, name },
      sinceAt,
      ...(view === undefined ? {} : { view }),
      grants: await grantsOf(unit, orderNo, partyId),
      contacts: await contactsOf(unit, orderNo, partyId),
    });
  }
  return holders;
};

const consentsOf = async (unit: Unit, orderNo: string): Promise<readonly ConsentRecord[]> =>
  (await unit.list({ collection: 'consent' }))
    .map(({ body }) => body as StoredConsent)
    .filter((consent) => consent.orderNo === orderNo)
    .map(({ record }) => record);

/** The entries of the log about the person of an order, each with its leaf and its proof in the tree of now. */
const entriesOf = async (unit: Unit, orderNo: string): Promise<readonly Entry[]> => {
  const treeSize = await logSize(unit);
  const nodes = nodesOf(unit);
  const entries: Entry[] = [];
  for (const tag of await subjectTags(unit, orderNo))
    for (const { id, body } of await unit.list({ collection: AUDIT, parent: tag })) {
      const kept = auditEntryOf(body);
      const entry = kept && shownEntry(kept);
      const leaf = leafOf(body);
      if (entry === undefined || leaf === undefined) continue;
      const leafIndex = Number(id);
      const path = await inclusionPath(nodes, leafIndex, treeSize);
      const leafHash = hex(await nodes(0, leafIndex));
      entries.push({
        entry,
        leaf,
        proof: { leafIndex, treeSize, leafHash, inclusionPath: path.map(hex) },
      });
    }
  return entries.sort((a, b) => a.proof.leafIndex - b.proof.leafIndex);
};

/** Everything that is held of the person of an order, as the person may have it. */
export const subjectAccessOf = async (
  system: System,
  unit: Unit,
  now: string,
  record: VaultEntry,
): Promise<SubjectAccess> => {
  const { orderNo, contact, address, deliveryNote, basis, registeredAt } = record;
  const { partyId, role, name } = system.options;
  const isDeferred = (await holdOn(unit, orderNo)) !== undefined;
  const isTold = ({ purpose }: { readonly purpose?: string | undefined }): boolean =>
    !(isDeferred && restsOnLaw(purpose));
  const holders = await holdersOf(system, unit, now, record);
  return {
    exportedAt: now,
    controller: { partyId, role, name },
    orderNo,
    contact,
    address,
    ...(deliveryNote === undefined ? {} : { deliveryNote }),
    basis,
    registeredAt,
    holders: holders.map((one) => ({ ...one, grants: one.grants.filter(isTold) })),
    consents: [...(await consentsOf(unit, orderNo))],
    entries: (await entriesOf(unit, orderNo)).filter(({ entry }) => isTold(entry)),
    checkpoint: await latestCheckpoint(system, unit),
  };
};
