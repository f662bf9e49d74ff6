import type { AuditReceipt, RevealAuditEntry } from '@openwaybill/schemas';
import { base64url, hex } from '@openwaybill/validate';
import { uuid7 } from '../engine/invent.ts';
import type { Counterparty } from '../engine/options.ts';
import type { System } from '../engine/system.ts';
import { recordRow } from '../store/resource.ts';
import type { Unit } from '../store/unit.ts';
import { checkpointOf } from './checkpoint.ts';
import { inclusionPath, leafHash } from './merkle.ts';

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
  | 'ERASED';

/** What happened, by whom and about whom. The reference decides the tag of the leaf and stands in none. */
export type AuditFact = {
  readonly kind: AuditKind;
  readonly by: Counterparty;
  readonly consigneeRef?: string;
  readonly orderNo?: string;
  readonly actorId?: string;
  readonly purpose?: string;
  readonly fields?: readonly string[];
  readonly revealId?: string;
  readonly gate?: string;
  readonly problem?: string;
};

const COLLECTION = 'audit';

type Kept = {
  readonly leaf: string;
  readonly hash: string;
  readonly entry: RevealAuditEntry | undefined;
  readonly organisationId: string;
  readonly orderNo: string | undefined;
};

const OUTCOMES: Readonly<Record<AuditKind, RevealAuditEntry['outcome'] | undefined>> = {
  REVEAL_GRANTED: 'GRANTED',
  REVEAL_DENIED: 'DENIED',
  REVEAL_PENDING: undefined,
  REVEAL_READ: 'READ',
  REVEAL_EXPIRED: 'EXPIRED',
  REVEAL_REVOKED: 'REVOKED',
  CONTACT_BOUND: 'GRANTED',
  CONTACT_RELEASED: 'REVOKED',
  LOOKUP: 'READ',
  ERASED: undefined,
};

const fromHex = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** A person's entries share a tag that tells nothing without the key. */
const subjectTag = async (system: System, consigneeRef: string): Promise<string> => {
  const { privateKey } = system.keys.current;
  const secret = await crypto.subtle.exportKey('pkcs8', privateKey);
  const key = await crypto.subtle.importKey(
    'raw',
    secret,
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  );
  const mac = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(consigneeRef));
  return base64url(new Uint8Array(mac).slice(0, 16));
};

const kept = async (unit: Unit): Promise<readonly Kept[]> =>
  (await unit.list({ collection: COLLECTION })).map((row) => row.body as Kept);

/** The hashes of all leaves, in their order. */
export const leavesOf = async (unit: Unit): Promise<readonly Uint8Array<ArrayBuffer>[]> =>
  (await kept(unit)).map(({ hash }) => fromHex(hash));

/** Appends a fact and answers the proof that it is in the log. Nothing of it can be changed afterwards. */
export const record = async (
  system: System,
  unit: Unit,
  now: string,
  fact: AuditFact,
): Promise<AuditReceipt> => {
  const { kind, by, consigneeRef, orderNo, actorId, purpose, fields, ...rest } = fact;
  const entryId = uuid7(system.random, Date.parse(now));
  const common = {
    ...(actorId === undefined ? {} : { actorId }),
    ...(purpose === undefined ? {} : { purpose }),
    ...(fields === undefined ? {} : { fields }),
  };
  const leaf = JSON.stringify({
    entryId,
    recordedAt: now,
    kind,
    organisationId: by.partyId,
    role: by.role,
    ...(by.facet === undefined ? {} : { facet: by.facet }),
    ...common,
    ...rest,
    ...(consigneeRef === undefined ? {} : { subjectTag: await subjectTag(system, consigneeRef) }),
  });
  const before = await leavesOf(unit);
  const own = await leafHash(new TextEncoder().encode(leaf));
  const outcome = OUTCOMES[kind];
  const body: Kept = {
    leaf,
    hash: hex(own),
    entry:
      outcome === undefined
        ? undefined
        : ({
            entryId,
            recordedAt: now,
            organisation: { partyId: by.partyId, role: by.role },
            ...common,
            outcome,
            ...(fact.gate === undefined ? {} : { gate: fact.gate }),
          } as RevealAuditEntry),
    organisationId: by.partyId,
    orderNo,
  };
  const place = String(before.length).padStart(12, '0');
  // ordered by its index: entries of one instant keep the order of the log, which no reset touches
  unit.put({ ...recordRow(COLLECTION, place, '', now, body), createdAt: place });
  const leaves = [...before, own];
  return {
    leafIndex: before.length,
    leafHash: hex(own),
    checkpoint: await checkpointOf(system, leaves),
    inclusionPath: (await inclusionPath(before.length, leaves)).map(hex),
  };
};

/** Whether an entry is to be read by whom it was about, or by whoever caused it. */
export const isEntryOf = (
  body: unknown,
  about: { readonly organisationId?: string; readonly orderNo?: string },
): boolean => {
  const { entry, organisationId, orderNo } = body as Kept;
  return (
    entry !== undefined &&
    (about.organisationId === undefined || about.organisationId === organisationId) &&
    (about.orderNo === undefined || about.orderNo === orderNo)
  );
};

export const entryOf = (body: unknown): RevealAuditEntry | undefined => (body as Kept).entry;
