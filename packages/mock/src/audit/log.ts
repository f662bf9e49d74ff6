import {
  auditOrigin,
  inclusionPath,
  leafHash,
  type NodeAt,
  nodesCompletedBy,
  rootOf,
  signCheckpoint,
} from '@openwaybill/privacy';
import type { AuditReceipt, RevealAuditEntry } from '@openwaybill/schemas';
import { fromHex, hex } from '@openwaybill/validate';
import { subjectTag } from '../consignees/vault.ts';
import { uuid7 } from '../engine/invent.ts';
import type { Counterparty } from '../engine/options.ts';
import type { System, TimerHandler } from '../engine/system.ts';
import { keptUntil } from '../erasures/retention.ts';
import { recordRow } from '../store/resource.ts';
import type { Unit } from '../store/unit.ts';

export type AuditKind =
  | 'REVEAL_GRANTED'
  | 'REVEAL_DENIED'
  | 'REVEAL_PENDING'
  | 'REVEAL_READ'
  | 'REVEAL_EXPIRED'
  | 'REVEAL_REVOKED'
  | 'CONTACT_BOUND'
  | 'CONTACT_RELEASED'
  | 'LOOKUP'
  | 'LABEL_ISSUED'
  | 'ERASED'
  | 'BREACH'
  | 'HOLD_SET'
  | 'HOLD_ENDED';

/** What happened, by whom and about whom. The reference decides the tag of the leaf and stands in none. */
export type AuditFact = {
  readonly kind: AuditKind;
  readonly by: Counterparty;
  /** By whose clock the entry is kept, where that is not the one who did it. */
  readonly tenant?: string;
  readonly consigneeRef?: string;
  readonly actorId?: string;
  readonly purpose?: string;
  readonly fields?: readonly string[];
  readonly revealId?: string;
  readonly gate?: string;
  readonly problem?: string;
  /** The last day of a legal hold. */
  readonly untilOn?: string;
};

/** An entry as its leaf tells it, every member at most pseudonymous. */
export type AuditEntry = Omit<AuditFact, 'by' | 'consigneeRef' | 'tenant'> & {
  readonly entryId: string;
  readonly recordedAt: string;
  readonly organisationId: string;
  readonly role: Counterparty['role'];
  readonly facet?: Counterparty['facet'];
  readonly subjectTag?: string;
};

/** The exact text whose bytes were hashed, gone when its time is over; the hash stays in the tree. */
type Kept = { readonly leaf?: string };

export const AUDIT = 'audit';
/** The timer at which the text of an entry is no longer kept. */
export const LEAF_RETENTION = 'leaf-retention';
const NODE = 'audit-node';
const SIZE = 'audit-size';
const LOG = 'log';

/** Entries in the log. */
export const logSize = async (unit: Unit): Promise<number> =>
  (await unit.get<number>(SIZE, LOG)) ?? 0;

/** The hashes of the log: what a proof is made of. */
export const nodesOf =
  (unit: Unit): NodeAt =>
  async (level, index) => {
    const hash = await unit.get<string>(NODE, `${level}/${index}`);
    if (hash === undefined) throw new Error(`the log has no node ${level}/${index}`);
    return fromHex(hash);
  };

/** The signed head of the log (C2SP tlog-checkpoint). */
export const latestCheckpoint = async (system: System, unit: Unit): Promise<string> => {
  const size = await logSize(unit);
  const { privateKey, publicKey } = system.keys.current;
  return signCheckpoint(
    {
      origin: auditOrigin(system.options.partyId),
      size,
      root: await rootOf(nodesOf(unit), size),
    },
    {
      publicKey: new Uint8Array(await crypto.subtle.exportKey('raw', publicKey)),
      sign: async (text) => new Uint8Array(await crypto.subtle.sign('Ed25519', privateKey, text)),
    },
  );
};

/** Where a fact stands in the log. */
type Leaf = Pick<AuditReceipt, 'leafIndex' | 'leafHash'>;

/** Appends a fact. Nothing of it can be changed afterwards. */
export const note = async (
  system: System,
  unit: Unit,
  now: string,
  { by, consigneeRef, kind, tenant = by.partyId, ...rest }: AuditFact,
): Promise<Leaf> => {
  const tag = consigneeRef === undefined ? undefined : await subjectTag(unit, consigneeRef);
  const entry: AuditEntry = {
    entryId: uuid7(system.random, Date.parse(now)),
    recordedAt: now,
    kind,
    organisationId: by.partyId,
    role: by.role,
    ...(by.facet === undefined ? {} : { facet: by.facet }),
    ...rest,
    ...(tag === undefined ? {} : { subjectTag: tag }),
  };
  const leaf = JSON.stringify(entry);
  const hash = await leafHash(new TextEncoder().encode(leaf));
  const leafIndex = await logSize(unit);
  const nodes = nodesOf(unit);
  for (const one of await nodesCompletedBy(nodes, leafIndex, hash))
    unit.put(recordRow(NODE, `${one.level}/${one.index}`, '', now, hex(one.hash)));
  unit.put(recordRow(SIZE, LOG, '', now, leafIndex + 1));
  const place = String(leafIndex).padStart(12, '0');
  const body: Kept = { leaf };
  // ordered by its index: entries of one instant keep the order of the log, which no reset touches
  unit.put({ ...recordRow(AUDIT, place, '', now, body, tag), createdAt: place });
  system.schedule(unit, {
    tenant,
    kind: LEAF_RETENTION,
    ref: place,
    dueAt: keptUntil(now, 'record'),
  });
  return { leafIndex, leafHash: hex(hash) };
};

/** Appends a fact and answers the proof that it is in the log. */
export const record = async (
  system: System,
  unit: Unit,
  now: string,
  fact: AuditFact,
): Promise<AuditReceipt> => {
  const leaf = await note(system, unit, now, fact);
  const { leafIndex } = leaf;
  return {
    ...leaf,
    checkpoint: await latestCheckpoint(system, unit),
    inclusionPath: (await inclusionPath(nodesOf(unit), leafIndex, leafIndex + 1)).map(hex),
  };
};

/** Forgets what an entry said; its hash stays, so that the log still verifies. */
export const leafRetention: TimerHandler = async (_, unit, __, place) => {
  const row = await unit.row(AUDIT, place);
  const body: Kept = {};
  if (row !== undefined) unit.put({ ...row, parent: '', body });
};

/** The text of a row, as long as it is kept. */
export const leafOf = (body: unknown): string | undefined => (body as Kept).leaf;

/** The entry of a row, read from its leaf. */
export const auditEntryOf = (body: unknown): AuditEntry | undefined => {
  const leaf = leafOf(body);
  return leaf === undefined ? undefined : JSON.parse(leaf);
};

/** What the readable form calls an entry; a kind without a word is for the log alone. */
const OUTCOMES: Readonly<Partial<Record<AuditKind, RevealAuditEntry['outcome']>>> = {
  REVEAL_GRANTED: 'GRANTED',
  REVEAL_DENIED: 'DENIED',
  REVEAL_READ: 'READ',
  REVEAL_EXPIRED: 'EXPIRED',
  REVEAL_REVOKED: 'REVOKED',
  CONTACT_BOUND: 'GRANTED',
  CONTACT_RELEASED: 'REVOKED',
  LOOKUP: 'READ',
};

/** This system itself, as the one who did what an entry tells of. */
export const ownParty = ({ options: { partyId, role, name } }: System): Counterparty => ({
  partyId,
  role,
  name,
  clientId: partyId,
  keys: [],
});

/** The readable form of an entry. */
export const shownEntry = (entry: AuditEntry): RevealAuditEntry | undefined => {
  const outcome = entry.problem === undefined ? OUTCOMES[entry.kind] : 'DENIED';
  if (outcome === undefined) return undefined;
  const { entryId, recordedAt, organisationId, role, actorId, purpose, fields, gate } = entry;
  return {
    entryId,
    recordedAt,
    organisation: { partyId: organisationId, role },
    ...(actorId === undefined ? {} : { actorId }),
    ...(purpose === undefined ? {} : { purpose }),
    ...(fields === undefined ? {} : { fields }),
    outcome,
    ...(gate === undefined ? {} : { gate }),
  } as RevealAuditEntry;
};
