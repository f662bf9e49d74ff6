import { levelOf } from './tree.ts';
import { isSameHash, nodeHash } from './tree-hash.ts';

/** What an inclusion proof says (RFC 9162 section 2.1.3). */
export type InclusionClaim = {
  readonly leafHash: Uint8Array<ArrayBuffer>;
  readonly leafIndex: number;
  readonly treeSize: number;
  readonly root: Uint8Array;
  readonly path: readonly Uint8Array[];
};

/** What a consistency proof says (RFC 9162 section 2.1.4). */
export type ConsistencyClaim = {
  readonly from: number;
  readonly fromRoot: Uint8Array<ArrayBuffer>;
  readonly to: number;
  readonly toRoot: Uint8Array;
  readonly path: readonly Uint8Array<ArrayBuffer>[];
};

/** A place while it is followed upwards: the index of a node of ours, and of the last node of its level. */
type Place = { node: number; last: number };

const isOdd = (number: number): boolean => number % 2 === 1;

const up = (place: Place): void => {
  place.node = Math.floor(place.node / 2);
  place.last = Math.floor(place.last / 2);
};

/** Past the levels on which a last node without a sibling is its own parent. */
const upToSibling = (place: Place): void => {
  while (!isOdd(place.node) && place.node !== 0) up(place);
};

/** Whether an entry is in a tree (RFC 9162 section 2.1.3.2). */
export const verifyInclusion = async (claim: InclusionClaim): Promise<boolean> => {
  const { leafIndex, treeSize, path } = claim;
  if (leafIndex < 0 || leafIndex >= treeSize) return false;
  const place: Place = { node: leafIndex, last: treeSize - 1 };
  let hash = claim.leafHash;
  for (const sibling of path) {
    if (place.last === 0) return false;
    if (isOdd(place.node) || place.node === place.last) {
      hash = await nodeHash(sibling, hash);
      upToSibling(place);
    } else hash = await nodeHash(hash, sibling);
    up(place);
  }
  return place.last === 0 && isSameHash(hash, claim.root);
};

/** Whether an older tree is a beginning of a newer one (RFC 9162 section 2.1.4.2). */
export const verifyConsistency = async (claim: ConsistencyClaim): Promise<boolean> => {
  const { from, to, fromRoot, toRoot, path } = claim;
  if (from < 1 || from > to) return false;
  if (from === to) return path.length === 0 && isSameHash(fromRoot, toRoot);
  // a tree of a power of two leaves is itself the node that the path begins with
  const [first, ...rest] = levelOf(from) !== undefined ? [fromRoot, ...path] : path;
  if (first === undefined || path.length === 0) return false;
  const place: Place = { node: from - 1, last: to - 1 };
  while (isOdd(place.node)) up(place);
  let older = first;
  let newer = first;
  for (const sibling of rest) {
    if (place.last === 0) return false;
    if (isOdd(place.node) || place.node === place.last) {
      older = await nodeHash(sibling, older);
      newer = await nodeHash(sibling, newer);
      upToSibling(place);
    } else newer = await nodeHash(newer, sibling);
    up(place);
  }
  return place.last === 0 && isSameHash(older, fromRoot) && isSameHash(newer, toRoot);
};
