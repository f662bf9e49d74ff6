/** A digest of SHA-256. */
export type TreeHash = Uint8Array<ArrayBuffer>;

const sha256 = async (...parts: readonly Uint8Array[]): Promise<TreeHash> => {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', joined));
};

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** The root of a tree without leaves: the digest of nothing (RFC 9162 section 2.1.1). */
export const emptyRoot = (): Promise<TreeHash> => sha256();

/** The hash of an entry, over its bytes as they are stored (RFC 9162 section 2.1.1). */
export const leafHash = (leaf: Uint8Array): Promise<TreeHash> => sha256(LEAF, leaf);

/** The hash of two subtrees (RFC 9162 section 2.1.1). */
export const nodeHash = (left: Uint8Array, right: Uint8Array): Promise<TreeHash> =>
  sha256(NODE, left, right);

/** Whether two digests are one. */
export const isSameHash = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at]);
