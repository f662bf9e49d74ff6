import type { Bend, FaultSwitch } from '../words.ts';

/** A row as a store of the reference carries it. */
type Row = { readonly collection: string; readonly body: unknown };
type Change = { readonly kind: string; readonly row?: Row };

/** What is read and written of a store of the reference, as far as faults bend it. */
type Rows = {
  readonly get: (collection: string, id: string) => Promise<unknown>;
  readonly list: (selection: { readonly collection: string }) => Promise<readonly Row[]>;
  readonly owned: (owner: string) => Promise<readonly Row[]>;
  readonly apply: (changes: readonly Change[]) => Promise<void>;
};

/** Bends what the reference reads of its store or writes to it, also where it works on it alone. */
export const bendStore = (bend: (rows: Rows, switchOn: FaultSwitch) => Partial<Rows>): Bend => ({
  options: (options, switchOn) => {
    const { store } = options;
    const bent = (rows: Rows): Rows => ({
      get: (collection, id) => rows.get(collection, id),
      list: (selection) => rows.list(selection),
      owned: (owner) => rows.owned(owner),
      apply: (changes) => rows.apply(changes),
      ...bend(rows, switchOn),
    });
    return {
      ...options,
      store: {
        ...bent(store),
        isShared: store.isShared,
        alone: (work: (rows: Rows) => unknown) => store.alone((rows: Rows) => work(bent(rows))),
        close: () => store.close(),
      },
    };
  },
});

/** Alters what the reference stores in some collections; `undefined`: it is never stored. */
export const alterStored = (
  collections: readonly string[],
  alter: (row: Row, switchOn: FaultSwitch) => Row | undefined,
): Bend =>
  bendStore((rows, switchOn) => ({
    apply: (changes) =>
      rows.apply(
        changes.flatMap((change) => {
          if (change.row === undefined || !collections.includes(change.row.collection))
            return [change];
          const row = alter(change.row, switchOn);
          return row === undefined ? [] : [{ ...change, row }];
        }),
      ),
  }));
