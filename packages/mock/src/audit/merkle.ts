/** A Merkle tree over leaves in their order (RFC 9162 section 2.1, SHA-256). */
type Hash = Uint8Array<ArrayBuffer>;

const sha256 = async (...parts: readonly Uint8Array[]): Promise<Hash> => {
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

export const leafHash = (leaf: Uint8Array): Promise<Hash> => sha256(LEAF, leaf);

/** The greatest power of two below a number of leaves. */
const split = (count: number): number => {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
};

export const rootOf = async (leaves: readonly Hash[]): Promise<Hash> => {
  const [only] = leaves;
  if (only === undefined) return sha256();
  if (leaves.length === 1) return only;
  const at = split(leaves.length);
  return sha256(NODE, await rootOf(leaves.slice(0, at)), await rootOf(leaves.slice(at)));
};

/** RFC 9162 section 2.1.3.1. */
export const inclusionPath = async (
  index: number,
  leaves: readonly Hash[],
): Promise<readonly Hash[]> => {
  if (leaves.length <= 1) return [];
  const at = split(leaves.length);
  return index < at
    ? [...(await inclusionPath(index, leaves.slice(0, at))), await rootOf(leaves.slice(at))]
    : [...(await inclusionPath(index - at, leaves.slice(at))), await rootOf(leaves.slice(0, at))];
};

/** RFC 9162 section 2.1.4.1: that the first `from` leaves are a beginning of all of them. */
export const consistencyPath = async (
  from: number,
  leaves: readonly Hash[],
  isWhole = true,
): Promise<readonly Hash[]> => {
  if (from === leaves.length) return isWhole ? [] : [await rootOf(leaves)];
  const at = split(leaves.length);
  return from <= at
    ? [
        ...(await consistencyPath(from, leaves.slice(0, at), isWhole)),
        await rootOf(leaves.slice(at)),
      ]
    : [
        ...(await consistencyPath(from - at, leaves.slice(at), false)),
        await rootOf(leaves.slice(0, at)),
      ];
};
