import { type OrderedRows, orderedRows } from './ordered-rows.ts';
import type { Change, Row, Rows, Selection, Store } from './store.ts';

/** Whether a row belongs to a selection, its limit aside. */
export const isSelected = (row: Row, selection: Selection): boolean =>
  row.collection === selection.collection &&
  (selection.owner === undefined || row.owner === selection.owner) &&
  (selection.parent === undefined || row.parent === selection.parent) &&
  (selection.updatedSince === undefined || row.updatedAt >= selection.updatedSince) &&
  (selection.after === undefined ||
    row.createdAt > selection.after.createdAt ||
    (row.createdAt === selection.after.createdAt && row.id > selection.after.id));

type Collection = {
  readonly byId: Map<string, Row>;
  readonly all: OrderedRows;
  readonly byOwner: Map<string, OrderedRows>;
  readonly byParent: Map<string, OrderedRows>;
};

const rowsUnder = (index: Map<string, OrderedRows>, key: string): OrderedRows => {
  const known = index.get(key);
  if (known !== undefined) return known;
  const made = orderedRows();
  index.set(key, made);
  return made;
};

/** The indexes that a row is in: what belongs to nothing is found by its owner or among all. */
const indexesOf = (collection: Collection, row: Row): readonly OrderedRows[] => [
  collection.all,
  rowsUnder(collection.byOwner, row.owner),
  ...(row.parent === '' ? [] : [rowsUnder(collection.byParent, row.parent)]),
];

/** The narrowest index that holds a selection. */
const indexFor = (collection: Collection, { owner, parent }: Selection): OrderedRows | undefined =>
  parent !== undefined && parent !== ''
    ? collection.byParent.get(parent)
    : owner === undefined
      ? collection.all
      : collection.byOwner.get(owner);

const drop = (collection: Collection, id: string): void => {
  const row = collection.byId.get(id);
  if (row === undefined) return;
  collection.byId.delete(id);
  for (const index of indexesOf(collection, row)) index.drop(row);
};

const put = (collection: Collection, row: Row): void => {
  const known = collection.byId.get(row.id);
  const isMoved =
    known !== undefined &&
    (known.createdAt !== row.createdAt || known.owner !== row.owner || known.parent !== row.parent);
  if (isMoved) drop(collection, row.id);
  collection.byId.set(row.id, row);
  for (const index of indexesOf(collection, row)) index.put(row);
};

/** State in maps, gone with the process: the default of tests, of MSW and of a browser. */
export const memoryStore = (): Store => {
  const collections = new Map<string, Collection>();
  const of = (name: string): Collection => {
    const known = collections.get(name);
    if (known !== undefined) return known;
    const made = {
      byId: new Map(),
      all: orderedRows(),
      byOwner: new Map(),
      byParent: new Map(),
    };
    collections.set(name, made);
    return made;
  };
  const change = (one: Change): void => {
    if (one.kind === 'put') put(of(one.row.collection), one.row);
    else if (one.kind === 'delete') drop(of(one.collection), one.id);
    else
      for (const collection of collections.values())
        for (const row of [...collection.byId.values()])
          if (row.owner === one.owner) drop(collection, row.id);
  };
  const rows: Rows = {
    get: async (collection, id) => of(collection).byId.get(id),
    list: async (selection) =>
      indexFor(of(selection.collection), selection)?.after(
        selection.after,
        (row) => isSelected(row, selection),
        selection.limit,
      ) ?? [],
    owned: async (owner) =>
      [...collections]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(
          ([, { byOwner }]) => byOwner.get(owner)?.after(undefined, () => true, undefined) ?? [],
        ),
    apply: async (changes) => changes.forEach(change),
  };
  return { ...rows, isShared: false, alone: (work) => work(rows), close: async () => {} };
};
