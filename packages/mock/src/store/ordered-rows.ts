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

export const orderedRows = (): OrderedRows => {
  const rows: Row[] = [];
  /** The first index at which a row is not before a place. */
  const indexOf = (place: Place): number => {
    let low = 0;
    let high = rows.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const row = rows[middle];
      if (row !== undefined && inOrder(row, place) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const isAt = (index: number, place: Place): boolean => {
    const row = rows[index];
    return row !== undefined && inOrder(row, place) === 0;
  };
  return {
    put: (row) => {
      const index = indexOf(row);
      rows.splice(index, isAt(index, row) ? 1 : 0, row);
    },
    drop: (place) => {
      const index = indexOf(place);
      if (isAt(index, place)) rows.splice(index, 1);
    },
    after: (place, isWanted, limit = Number.POSITIVE_INFINITY) => {
      let index = place === undefined ? 0 : indexOf(place);
      if (place !== undefined && isAt(index, place)) index += 1;
      const found: Row[] = [];
      for (; index < rows.length && found.length < limit; index++) {
        const row = rows[index];
        if (row !== undefined && isWanted(row)) found.push(row);
      }
      return found;
    },
  };
};
