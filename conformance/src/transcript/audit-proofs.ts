import {
  auditOrigin,
  leafHash as leafHashOf,
  type OpenedCheckpoint,
  openCheckpoint,
  type VerifiedReceipt,
  verifyConsistency,
  verifyInclusion,
  verifyReceipt,
} from '@openwaybill/privacy';
import type {
  AuditConsistency,
  AuditInclusion,
  AuditReceipt,
  SubjectAccess,
  SubjectEntry,
} from '@openwaybill/schemas';
import { fromBase64url, fromHex, hex } from '@openwaybill/validate';
import { brokenAt, isMisreading } from '../checks/broken-form.ts';
import type { Claim } from '../words.ts';
import { answerOf, isAccepted } from './body.ts';
import {
  type Exchange,
  exchangesOf,
  headOf,
  type PublishedKey,
  type Transcript,
} from './format.ts';

/** A receipt of an answer, and whether it proves its entry. */
export type ReceiptProof = {
  readonly at: Exchange;
  readonly receipt: AuditReceipt;
  readonly proof: VerifiedReceipt;
};

/** A checkpoint that was seen, of a receipt or by itself, and what it says. */
export type CheckpointProof = { readonly at: Exchange; readonly opened: OpenedCheckpoint };

/** A proof that one tree is a beginning of another; unknown where a checkpoint of one size was never seen. */
export type ConsistencyProof = {
  readonly at: Exchange;
  readonly isConsistent: boolean | undefined;
};

/** A proof that an entry is in a tree; unknown where a checkpoint of that size was never seen. */
export type InclusionProof = { readonly at: Exchange; readonly isIncluded: boolean | undefined };

/** What the audit log of a system proves in a transcript, in the order of the exchanges. */
export type AuditProofs = {
  readonly receipts: readonly ReceiptProof[];
  readonly checkpoints: readonly CheckpointProof[];
  readonly consistencies: readonly ConsistencyProof[];
  readonly inclusions: readonly InclusionProof[];
  readonly documents: readonly DocumentProof[];
};

/** What a person was handed: whether every entry is the leaf that it says, and in the tree that is signed. */
export type DocumentProof = { readonly at: Exchange; readonly holds: boolean };

type Jwks = { readonly keys?: readonly PublishedKey[] };

/** The Ed25519 keys that a system published in a run, the latest first, and those that were known before it. */
const keysIn = (
  exchanges: readonly Exchange[],
  known: readonly PublishedKey[],
): readonly Uint8Array<ArrayBuffer>[] => {
  const texts = exchanges
    .filter(({ to, operation }) => to === 'sut' && operation === 'getKeys')
    .toReversed()
    .flatMap((exchange) => (answerOf(exchange) as Jwks | undefined)?.keys ?? [])
    .concat(known)
    .flatMap(({ crv, x }) => (crv === 'Ed25519' && typeof x === 'string' ? [x] : []));
  return [...new Set(texts)].flatMap((text) => fromBase64url(text) ?? []);
};

const isReceipt = (value: unknown): value is AuditReceipt => {
  const { leafIndex, leafHash, checkpoint, inclusionPath } = (value ?? {}) as Partial<AuditReceipt>;
  return (
    typeof leafIndex === 'number' &&
    typeof leafHash === 'string' &&
    typeof checkpoint === 'string' &&
    Array.isArray(inclusionPath) &&
    inclusionPath.every((one) => typeof one === 'string')
  );
};

/** Every receipt in a value, wherever it stands: of an answer, or of an item of a batch. */
const receiptsIn = (value: unknown): readonly AuditReceipt[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([name, member]) =>
        name === 'auditReceipt' && isReceipt(member) ? [member] : receiptsIn(member),
      );

/** The hashes of a path; nothing where it is none. */
const hashesOf = (path: unknown): readonly Uint8Array<ArrayBuffer>[] | undefined =>
  Array.isArray(path) && path.every((one) => typeof one === 'string')
    ? path.map(fromHex)
    : undefined;

const NONE: AuditProofs = {
  receipts: [],
  checkpoints: [],
  consistencies: [],
  inclusions: [],
  documents: [],
};

const isIncluded = async (
  { leafHash, leafIndex = -1, treeSize = 0, inclusionPath }: Partial<AuditInclusion>,
  root: Uint8Array<ArrayBuffer> | undefined,
): Promise<boolean | undefined> => {
  const path = hashesOf(inclusionPath);
  return root && path && typeof leafHash === 'string'
    ? verifyInclusion({ leafHash: fromHex(leafHash), leafIndex, treeSize, root, path })
    : undefined;
};

/** Whether an entry is in a tree, and its leaf is what was hashed and names the entry. */
const isProven = async (
  { entry, leaf, proof }: Partial<SubjectEntry>,
  root: Uint8Array<ArrayBuffer>,
): Promise<boolean> =>
  typeof leaf === 'string' &&
  entry !== undefined &&
  proof !== undefined &&
  leaf.includes(JSON.stringify(entry.entryId)) &&
  hex(await leafHashOf(new TextEncoder().encode(leaf))) === proof.leafHash &&
  (await isIncluded(proof, root)) === true;

const documentHolds = async (
  document: Partial<SubjectAccess>,
  origin: string,
  keys: readonly Uint8Array<ArrayBuffer>[],
): Promise<boolean> => {
  const opened = await openCheckpoint(String(document.checkpoint), origin, keys);
  if (!opened.ok) return false;
  const entries: unknown = document.entries ?? [];
  if (!Array.isArray(entries)) return false;
  const proven = await Promise.all(
    entries.map(
      async (one: SubjectEntry | null) =>
        one?.proof?.treeSize === opened.size && (await isProven(one, opened.root)),
    ),
  );
  return proven.every(Boolean);
};

const prove = async (transcript: Transcript, claim: Claim): Promise<AuditProofs> => {
  const exchanges = exchangesOf(transcript);
  const answers = exchanges.filter(({ to, response }) => to === 'sut' && response !== undefined);
  const { claims, mode } = headOf(transcript);
  const keys = keysIn(exchanges, claims.find(({ role }) => role === claim.role)?.keys ?? []);
  // whoever only listened, and met no key, can verify nothing
  if (keys.length === 0 && mode !== 'CHECK') return NONE;
  const origin = auditOrigin(claim.document.organisation.partyId);
  const receipts: ReceiptProof[] = [];
  const checkpoints: CheckpointProof[] = [];
  for (const at of answers) {
    for (const receipt of receiptsIn(answerOf(at))) {
      receipts.push({ at, receipt, proof: await verifyReceipt(receipt, origin, keys) });
      checkpoints.push({ at, opened: await openCheckpoint(receipt.checkpoint, origin, keys) });
    }
    const latest: unknown = answerOf(at)?.checkpoint;
    if (at.operation === 'getAuditCheckpoint' && isAccepted(at) && typeof latest === 'string')
      checkpoints.push({ at, opened: await openCheckpoint(latest, origin, keys) });
  }
  const roots = new Map<number, Uint8Array<ArrayBuffer>>();
  for (const { opened } of checkpoints) if (opened.ok) roots.set(opened.size, opened.root);
  const consistencies: ConsistencyProof[] = [];
  const inclusions: InclusionProof[] = [];
  const documents: DocumentProof[] = [];
  for (const at of answers.filter(isAccepted)) {
    if (at.operation === 'getAuditConsistency') {
      const { from, to, consistencyPath } = (answerOf(at) ?? {}) as Partial<AuditConsistency>;
      const [fromRoot, toRoot] = [roots.get(Number(from)), roots.get(Number(to))];
      const path = hashesOf(consistencyPath);
      consistencies.push({
        at,
        isConsistent:
          fromRoot && toRoot && path
            ? await verifyConsistency({
                from: Number(from),
                fromRoot,
                to: Number(to),
                toRoot,
                path,
              })
            : undefined,
      });
    }
    if (at.operation === 'getAuditInclusion') {
      const answer = (answerOf(at) ?? {}) as Partial<AuditInclusion>;
      const root = roots.get(answer.treeSize ?? 0);
      inclusions.push({ at, isIncluded: await isIncluded(answer, root) });
    }
    if (at.operation === 'getSubjectAccess')
      documents.push({ at, holds: await documentHolds(answerOf(at) ?? {}, origin, keys) });
  }
  return { receipts, checkpoints, consistencies, inclusions, documents };
};

const proven = new WeakMap<Transcript, AuditProofs>();

/**
 * Verifies the proofs of a transcript before its checks look at it: hashing waits, and a check does not. Nothing is proven
 * by messages that break their form, which is found as such.
 */
export const proveAudit = async (transcript: Transcript, claim: Claim): Promise<void> => {
  try {
    proven.set(transcript, await prove(transcript, claim));
  } catch (error) {
    if (!isMisreading(error) || brokenAt(transcript, claim) === undefined) throw error;
    proven.set(transcript, NONE);
  }
};

/** What was proven of a transcript. */
export const auditProofsOf = (transcript: Transcript): AuditProofs =>
  proven.get(transcript) ?? NONE;

/** The root of a tree as a report may compare it. */
export const rootText = (opened: OpenedCheckpoint): string => (opened.ok ? hex(opened.root) : '');
