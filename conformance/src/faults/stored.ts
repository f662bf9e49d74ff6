import type { Bend, FaultSwitch } from '../words.ts';

/** A row as a store of the reference carries it. */
type Row = { readonly collection: string; readonly body: unknown };
type Change = { readonly kind: string; readonly row?: Row };

/** Alters what the reference stores in some collections; `undefined`: it is never stored. */
export const alterStored = (
  collections: readonly string[],
  alter: (row: Row, switchOn: FaultSwitch) => Row | undefined,
): Bend => ({
  options: (options, switchOn) => ({
    ...options,
    store: {
      get: (collection: string, id: string) => options.store.get(collection, id),
      list: (selection: unknown) => options.store.list(selection),
      close: () => options.store.close(),
      apply: (changes: readonly Change[]) =>
        options.store.apply(
          changes.flatMap((change) => {
            if (change.row === undefined || !collections.includes(change.row.collection))
              return [change];
            const row = alter(change.row, switchOn);
            return row === undefined ? [] : [{ ...change, row }];
          }),
        ),
    },
  }),
});
