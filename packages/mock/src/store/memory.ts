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

/** The lists of a collection by a key of its rows. */
type Index = {
  /** Nothing for a row that is in none of them. */
  readonly keyOf: (row: Row) => string | undefined;
  readonly lists: Map<string, OrderedRows>;
};

const KEYS = {
  all: () => '',
  owner: ({ owner }: Row) => owner,
  // nobody lists what has none
  parent: ({ parent }: Row) => (parent === '' ? undefined : parent),
} as const;
type KeyName = keyof typeof KEYS;

/** What nobody has listed yet has no index: most of what is written is read by its id alone. */
type Collection = {
  readonly byId: Map<string, Row>;
  /** As they are asked for, and in any order. */
  readonly indexes: { readonly name: KeyName; readonly index: Index }[];
};

const indexOf = ({ byId, indexes }: Collection, name: KeyName): Index => {
  const known = indexes.find((one) => one.name === name);
  if (known !== undefined) return known.index;
  const keyOf = KEYS[name];
  const rowsByKey = new Map<string, Row[]>();
  for (const row of byId.values()) {
    const key = keyOf(row);
    if (key === undefined) continue;
    const rows = rowsByKey.get(key);
    if (rows === undefined) rowsByKey.set(key, [row]);
    else rows.push(row);
  }
  const lists = new Map([...rowsByKey].map(([key, rows]) => [key, orderedRows(rows)]));
  const index: Index = { keyOf, lists };
  indexes.push({ name, index });
  return index;
};

const putInto = ({ keyOf, lists }: Index, row: Row): void => {
  const key = keyOf(row);
  if (key === undefined) return;
  const rows = lists.get(key);
  if (rows === undefined) lists.set(key, orderedRows([row]));
  else rows.put(row);
};

/** The narrowest list that holds a selection. */
const listFor = (collection: Collection, { owner, parent }: Selection): OrderedRows | undefined =>
  parent !== undefined && parent !== ''
    ? indexOf(collection, 'parent').lists.get(parent)
    : owner === undefined
      ? indexOf(collection, 'all').lists.get('')
      : indexOf(collection, 'owner').lists.get(owner);

const drop = ({ byId, indexes }: Collection, id: string): void => {
  const row = byId.get(id);
  if (row === undefined) return;
  byId.delete(id);
  for (const { index } of indexes) {
    const key = index.keyOf(row);
    if (key !== undefined) index.lists.get(key)?.drop(row);
  }
};

const put = (collection: Collection, row: Row): void => {
  const { byId, indexes } = collection;
  const known = byId.get(row.id);
  const isMoved =
    known !== undefined &&
    (known.createdAt !== row.createdAt || known.owner !== row.owner || known.parent !== row.parent);
  if (isMoved) drop(collection, row.id);
  byId.set(row.id, row);
  for (const { index } of indexes) putInto(index, row);
};

/** State in maps, gone with the process: the default of tests, of MSW and of a browser. */
export const memoryStore = (): Store => {
  const collections = new Map<string, Collection>();
  const of = (name: string): Collection => {
    const known = collections.get(name);
    if (known !== undefined) return known;
    const made: Collection = { byId: new Map(), indexes: [] };
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
    get: (collection, id) => of(collection).byId.get(id),
    list: (selection) =>
      listFor(of(selection.collection), selection)?.after(
        selection.after,
        (row) => isSelected(row, selection),
        selection.limit,
      ) ?? [],
    owned: async (owner) =>
      [...collections]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(
          ([, collection]) =>
            indexOf(collection, 'owner')
              .lists.get(owner)
              ?.after(undefined, () => true, undefined) ?? [],
        ),
    apply: async (changes) => changes.forEach(change),
  };
  return { ...rows, isShared: false, alone: (work) => work(rows), close: async () => {} };
};
