import type { Soon } from './soon.ts';
import type { Row, Rows } from './store.ts';

/**
 * Rows of which each is read once. It is for work that nobody else's comes between: a command asks for the same
 * agreement and the same clock many times over, and a database takes its time for each.
 */
export const rememberedRows = (rows: Rows): Rows => {
  const found = new Map<string, Soon<Row | undefined>>();
  const lists = new Map<string, Soon<readonly Row[]>>();
  const once = <T>(known: Map<string, Soon<T>>, key: string, read: () => Soon<T>): Soon<T> => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const made = read();
    known.set(key, made);
    return made;
  };
  return {
    get: (collection, id) => once(found, `${collection}/${id}`, () => rows.get(collection, id)),
    list: (selection) => once(lists, JSON.stringify(selection), () => rows.list(selection)),
    owned: (owner) => rows.owned(owner),
    apply: async (changes) => {
      found.clear();
      lists.clear();
      await rows.apply(changes);
    },
  };
};
