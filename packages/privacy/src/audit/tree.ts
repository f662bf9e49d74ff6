import { emptyRoot, nodeHash, type TreeHash } from './tree-hash.ts';

/**
 * The hash of a perfect subtree: `level` 0 is the leaves, and node `index` of a level covers the leaves from
 * `index * 2^level` on. A log that keeps these never hashes an entry twice.
 */
export type NodeAt = (level: number, index: number) => Promise<TreeHash> | TreeHash;

/** A node that became complete, with its place. */
export type CompleteNode = {
  readonly level: number;
  readonly index: number;
  readonly hash: TreeHash;
};

/** The greatest power of two below a number of leaves. */
const split = (count: number): number => {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
};

/** The level at which a number of leaves is one perfect subtree, where it is one. */
export const levelOf = (count: number): number | undefined => {
  let level = 0;
  let leaves = 1;
  for (; leaves < count; leaves *= 2) level += 1;
  return leaves === count ? level : undefined;
};

/** The root of the leaves from `start` on, where `start` is a multiple of the greatest perfect subtree in them. */
const subtree = async (nodes: NodeAt, start: number, count: number): Promise<TreeHash> => {
  const level = levelOf(count);
  if (level !== undefined) return nodes(level, start / count);
  const at = split(count);
  return nodeHash(await subtree(nodes, start, at), await subtree(nodes, start + at, count - at));
};

/** The root of the first `size` leaves (RFC 9162 section 2.1.1). */
export const rootOf = (nodes: NodeAt, size: number): Promise<TreeHash> =>
  size === 0 ? emptyRoot() : subtree(nodes, 0, size);

/** The path from a leaf to the root of the first `size` leaves (RFC 9162 section 2.1.3.1). */
export const inclusionPath = async (
  nodes: NodeAt,
  leafIndex: number,
  size: number,
): Promise<readonly TreeHash[]> => {
  const path: TreeHash[] = [];
  let start = 0;
  let count = size;
  while (count > 1) {
    const at = split(count);
    if (leafIndex - start < at) {
      path.unshift(await subtree(nodes, start + at, count - at));
      count = at;
    } else {
      path.unshift(await subtree(nodes, start, at));
      start += at;
      count -= at;
    }
  }
  return path;
};

/** That the first `from` leaves are a beginning of the first `to` (RFC 9162 section 2.1.4.1). */
export const consistencyPath = async (
  nodes: NodeAt,
  from: number,
  to: number,
): Promise<readonly TreeHash[]> => {
  const path: TreeHash[] = [];
  let start = 0;
  let count = to;
  while (from - start !== count) {
    const at = split(count);
    if (from - start <= at) {
      path.unshift(await subtree(nodes, start + at, count - at));
      count = at;
    } else {
      path.unshift(await subtree(nodes, start, at));
      start += at;
      count -= at;
    }
  }
  // the older tree as a whole is known to whoever asks
  if (start > 0) path.unshift(await subtree(nodes, start, count));
  return path;
};

/** The nodes that leaf number `leafIndex` completes, itself first: what an append adds to a log. */
export const nodesCompletedBy = async (
  nodes: NodeAt,
  leafIndex: number,
  leaf: TreeHash,
): Promise<readonly CompleteNode[]> => {
  const completed: CompleteNode[] = [{ level: 0, index: leafIndex, hash: leaf }];
  let hash = leaf;
  for (let level = 0, index = leafIndex; index % 2 === 1; level++, index = (index - 1) / 2) {
    hash = await nodeHash(await nodes(level, index - 1), hash);
    completed.push({ level: level + 1, index: (index - 1) / 2, hash });
  }
  return completed;
};

/** The nodes of a tree over leaves that are all at hand. */
export const treeOver = (leaves: readonly TreeHash[]): NodeAt => {
  const nodes: NodeAt = async (level, index) => {
    const leaf = leaves[index];
    if (level === 0 && leaf !== undefined) return leaf;
    if (level === 0) throw new RangeError(`the tree has no leaf ${index}`);
    return nodeHash(await nodes(level - 1, index * 2), await nodes(level - 1, index * 2 + 1));
  };
  return nodes;
};
