import type { Soon } from './soon.ts';
import type { Row, Rows } from './store.ts';

/** Rows that are kept, and lists of a collection; what is beyond is read again. */
const MOST_FOUND = 1024;
const MOST_LISTS = 256;
/** A list that is worth keeping: that of a tenant's agreements, notices or subscriptions, and none that is paged through. */
const LONGEST = 64;

/**
 * Rows of a store that nobody else writes: what is read again and again, the clock and the agreements of a tenant by
 * every request, stays as it was read until something is written there, and need not be parsed each time.
 */
export const keptRows = (rows: Rows): Rows => {
  const found = new Map<string, Row>();
  const lists = new Map<string, Map<string, readonly Row[]>>();
  const written = { times: 0 };

  /** Keeps what was read, unless something was written meanwhile. */
  const reading = async <T>(read: () => Soon<T>, keep: (value: T) => void): Promise<T> => {
    const { times } = written;
    const value = await read();
    if (times === written.times) keep(value);
    return value;
  };
  return {
    get: (collection, id) => {
      const key = `${collection}/${id}`;
      return (
        found.get(key) ??
        reading(
          () => rows.get(collection, id),
          (row) => {
            if (row === undefined) return;
            if (found.size >= MOST_FOUND) found.clear();
            found.set(key, row);
          },
        )
      );
    },
    list: (selection) => {
      const { collection } = selection;
      const key = JSON.stringify(selection);
      return (
        lists.get(collection)?.get(key) ??
        reading(
          () => rows.list(selection),
          (list) => {
            if (list.length > LONGEST) return;
            const known = lists.get(collection);
            if (known === undefined || known.size >= MOST_LISTS)
              lists.set(collection, new Map([[key, list]]));
            else known.set(key, list);
          },
        )
      );
    },
    owned: (owner) => rows.owned(owner),
    apply: async (changes, steps) => {
      try {
        await rows.apply(changes, steps);
      } finally {
        written.times += 1;
        for (const change of changes)
          if (change.kind === 'clear') {
            found.clear();
            lists.clear();
          } else {
            const { collection, id } = change.kind === 'put' ? change.row : change;
            found.delete(`${collection}/${id}`);
            lists.delete(collection);
          }
      }
    },
  };
};
