import type {
  AuditConsistency,
  AuditInclusion,
  AuditReceipt,
  SubjectEntry,
} from '@openwaybill/schemas';
import { fromBase64url } from '@openwaybill/validate';

/** One thing of an audit log that can be verified, and where it was found. */
export type EvidenceItem = { readonly source: string } & (
  | { readonly kind: 'checkpoint'; readonly note: string }
  | { readonly kind: 'receipt'; readonly receipt: AuditReceipt }
  | { readonly kind: 'consistency'; readonly proof: AuditConsistency }
  | { readonly kind: 'inclusion'; readonly proof: AuditInclusion }
  /** An entry as its subject reads it, with the bytes that were hashed. */
  | { readonly kind: 'leaf'; readonly proven: SubjectEntry }
);

/** What a source has to show: public keys of its log as raw bytes, and what they and the hashes prove. */
export type AuditEvidence = {
  readonly keys: readonly Uint8Array<ArrayBuffer>[];
  readonly items: readonly EvidenceItem[];
};

type Loose = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null;

const isTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

const itemOf = (value: Loose, source: string): EvidenceItem | undefined => {
  const { leafIndex, leafHash, checkpoint, inclusionPath, treeSize, consistencyPath } = value;
  const { entry, leaf, proof } = value;
  if (isObject(entry) && typeof leaf === 'string' && isObject(proof))
    return { source, kind: 'leaf', proven: value as SubjectEntry };
  if (typeof leafHash === 'string' && typeof leafIndex === 'number' && isTexts(inclusionPath)) {
    if (typeof checkpoint === 'string')
      return { source, kind: 'receipt', receipt: value as AuditReceipt };
    if (typeof treeSize === 'number')
      return { source, kind: 'inclusion', proof: value as AuditInclusion };
  }
  if (typeof value.from === 'number' && typeof value.to === 'number' && isTexts(consistencyPath))
    return { source, kind: 'consistency', proof: value as AuditConsistency };
  return typeof checkpoint === 'string'
    ? { source, kind: 'checkpoint', note: checkpoint }
    : undefined;
};

/** Everything of an audit log in a JSON value, wherever it stands: one answer, a list of them, a transcript. */
export const evidenceIn = (value: unknown, source: string): AuditEvidence => {
  if (!isObject(value)) return { keys: [], items: [] };
  const { crv, x } = value;
  const key = crv === 'Ed25519' && typeof x === 'string' ? fromBase64url(x) : undefined;
  const item = itemOf(value, source);
  const below = Object.values(value).map((member) => evidenceIn(member, source));
  return {
    keys: [...(key === undefined ? [] : [key]), ...below.flatMap((one) => one.keys)],
    items: [...(item === undefined ? [] : [item]), ...below.flatMap((one) => one.items)],
  };
};
