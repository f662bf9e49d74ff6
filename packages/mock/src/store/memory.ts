import type { Change, Row, Selection, Store } from './store.ts';

export const inOrder = (a: Row, b: Row): number =>
  a.createdAt < b.createdAt
    ? -1
    : a.createdAt > b.createdAt
      ? 1
      : a.id < b.id
        ? -1
        : a.id > b.id
          ? 1
          : 0;

/** Whether a row belongs to a selection, its limit aside. */
export const isSelected = (row: Row, selection: Selection): boolean =>
  row.collection === selection.collection &&
  (selection.owner === undefined || row.owner === selection.owner) &&
  (selection.parent === undefined || row.parent === selection.parent) &&
  (selection.updatedSince === undefined || row.updatedAt >= selection.updatedSince) &&
  (selection.after === undefined ||
    row.createdAt > selection.after.createdAt ||
    (row.createdAt === selection.after.createdAt && row.id > selection.after.id));

/** State in maps, gone with the process: the default of tests, of MSW and of a browser. */
export const memoryStore = (): Store => {
  const collections = new Map<string, Map<string, Row>>();
  const of = (collection: string): Map<string, Row> => {
    const known = collections.get(collection);
    if (known !== undefined) return known;
    const made = new Map<string, Row>();
    collections.set(collection, made);
    return made;
  };
  const change = (one: Change): void => {
    if (one.kind === 'put') of(one.row.collection).set(one.row.id, one.row);
    else if (one.kind === 'delete') of(one.collection).delete(one.id);
    else
      for (const rows of collections.values())
        for (const row of rows.values()) if (row.owner === one.owner) rows.delete(row.id);
  };
  return {
    get: async (collection, id) => of(collection).get(id),
    list: async (selection) =>
      [...of(selection.collection).values()]
        .filter((row) => isSelected(row, selection))
        .sort(inOrder)
        .slice(0, selection.limit),
    apply: async (changes) => changes.forEach(change),
    close: async () => {},
  };
};
