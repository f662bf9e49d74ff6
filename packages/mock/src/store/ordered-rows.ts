import type { Row } from './store.ts';

type Place = Pick<Row, 'createdAt' | 'id'>;

/** The order of every list: (createdAt, id). */
export const inOrder = (a: Place, b: Place): number =>
  a.createdAt < b.createdAt
    ? -1
    : a.createdAt > b.createdAt
      ? 1
      : a.id < b.id
        ? -1
        : a.id > b.id
          ? 1
          : 0;

/** Rows kept in the order of lists, so that the first of many is found without looking at the others. */
export type OrderedRows = {
  readonly put: (row: Row) => void;
  readonly drop: (place: Place) => void;
  /** Rows after a place, from the first without one, as many as `limit` that are wanted. */
  readonly after: (
    place: Place | undefined,
    isWanted: (row: Row) => boolean,
    limit: number | undefined,
  ) => readonly Row[];
};

/** Rows of a block: as many as are quickly moved by one place. */
const MOST = 512;

/** The first index at which an ordered list is not before a place, or its length. */
const indexIn = <T>(list: readonly T[], isBefore: (one: T) => boolean): number => {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(list[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Rows in any order at first. They lie in blocks, so that one among many is put or dropped without moving all. */
export const orderedRows = (given: Iterable<Row> = []): OrderedRows => {
  const sorted = [...given].sort(inOrder);
  const blocks: Row[][] = [];
  for (let at = 0; at < sorted.length; at += MOST) blocks.push(sorted.slice(at, at + MOST));

  /** The first block whose last row is not before a place, and the first such row in it. */
  const find = (place: Place): { readonly at: number; readonly index: number } => {
    const isBefore = (row: Row): boolean => inOrder(row, place) < 0;
    const at = indexIn(blocks, (block) => isBefore(block[block.length - 1] as Row));
    const block = blocks[at];
    return { at, index: block === undefined ? 0 : indexIn(block, isBefore) };
  };
  const isAt = (row: Row | undefined, place: Place): boolean =>
    row !== undefined && inOrder(row, place) === 0;

  const insert = (row: Row, at: number, index: number): void => {
    const last = blocks.length - 1;
    // what comes after all others goes on in the last block
    const block = blocks[at] ?? blocks[last];
    if (block === undefined) {
      blocks.push([row]);
      return;
    }
    block.splice(at > last ? block.length : index, 0, row);
    if (block.length > MOST)
      blocks.splice(Math.min(at, last) + 1, 0, block.splice(block.length >>> 1));
  };

  return {
    put: (row) => {
      const end = blocks[blocks.length - 1];
      // most rows are the latest of their list
      if (end !== undefined && end.length < MOST && inOrder(end[end.length - 1] as Row, row) < 0) {
        end.push(row);
        return;
      }
      const { at, index } = find(row);
      const block = blocks[at];
      if (block !== undefined && isAt(block[index], row)) block[index] = row;
      else insert(row, at, index);
    },
    drop: (place) => {
      const { at, index } = find(place);
      const block = blocks[at];
      if (block === undefined || !isAt(block[index], place)) return;
      block.splice(index, 1);
      if (block.length === 0) blocks.splice(at, 1);
    },
    after: (place, isWanted, limit = Number.POSITIVE_INFINITY) => {
      const found: Row[] = [];
      let { at, index } = place === undefined ? { at: 0, index: 0 } : find(place);
      if (place !== undefined && isAt(blocks[at]?.[index], place)) index += 1;
      for (; at < blocks.length; at += 1, index = 0) {
        const block = blocks[at] as Row[];
        for (; index < block.length; index += 1) {
          if (found.length >= limit) return found;
          const row = block[index] as Row;
          if (isWanted(row)) found.push(row);
        }
      }
      return found;
    },
  };
};
