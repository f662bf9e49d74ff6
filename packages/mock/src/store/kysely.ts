import {
  type Insertable,
  Kysely,
  type SqliteDatabase,
  SqliteDialect,
  sql,
  type Transaction,
} from 'kysely';
import { keptRows } from './kept-rows.ts';
import { bringUpToDate, type Tables } from './layouts.ts';
import { rememberedRows } from './remembered-rows.ts';
import type { Change, Row, Rows, Selection, Store } from './store.ts';

const toTable = (row: Row): Insertable<Tables['document']> => ({
  collection: row.collection,
  id: row.id,
  owner: row.owner,
  parent: row.parent,
  created_at: row.createdAt,
  updated_at: row.updatedAt,
  body: JSON.stringify(row.body),
});

const toRow = (table: Tables['document']): Row => ({
  collection: table.collection,
  id: table.id,
  owner: table.owner,
  parent: table.parent,
  createdAt: table.created_at,
  updatedAt: table.updated_at,
  body: JSON.parse(table.body),
});

const select = (db: Kysely<Tables>, selection: Selection) => {
  let query = db
    .selectFrom('document')
    .selectAll()
    .where('collection', '=', selection.collection)
    .orderBy('created_at')
    .orderBy('id');
  if (selection.owner !== undefined) query = query.where('owner', '=', selection.owner);
  if (selection.parent !== undefined) query = query.where('parent', '=', selection.parent);
  if (selection.updatedSince !== undefined)
    query = query.where('updated_at', '>=', selection.updatedSince);
  if (selection.after !== undefined) {
    const { createdAt, id } = selection.after;
    query = query.where(sql<boolean>`(created_at, id) > (${createdAt}, ${id})`);
  }
  return selection.limit === undefined ? query : query.limit(selection.limit);
};

/** Rows of one statement: fewer than the parameters that any database takes. */
const MOST_ROWS = 500;

const putAll = async (db: Kysely<Tables>, rows: readonly Row[]): Promise<void> => {
  for (let at = 0; at < rows.length; at += MOST_ROWS)
    await db
      .insertInto('document')
      .values(rows.slice(at, at + MOST_ROWS).map(toTable))
      .onConflict((conflict) =>
        conflict.columns(['collection', 'id']).doUpdateSet(({ ref }) => ({
          owner: ref('excluded.owner'),
          parent: ref('excluded.parent'),
          created_at: ref('excluded.created_at'),
          updated_at: ref('excluded.updated_at'),
          body: ref('excluded.body'),
        })),
      )
      .execute();
};

/** Changes in their order; rows that are put one after another, each of them once, go together. */
const write = async (db: Kysely<Tables>, changes: readonly Change[]): Promise<void> => {
  let put = new Map<string, Row>();
  const flush = async (): Promise<void> => {
    const rows = [...put.values()];
    put = new Map();
    await putAll(db, rows);
  };
  for (const change of changes) {
    if (change.kind === 'put') {
      put.set(`${change.row.collection}/${change.row.id}`, change.row);
      continue;
    }
    await flush();
    await (change.kind === 'clear'
      ? db.deleteFrom('document').where('owner', '=', change.owner)
      : db
          .deleteFrom('document')
          .where('collection', '=', change.collection)
          .where('id', '=', change.id)
    ).execute();
  }
  await flush();
};

/** The rows as a connection, or a transaction of it, sees them. */
const rowsOf = (db: Kysely<Tables>): Omit<Rows, 'apply'> => ({
  get: async (collection, id) => {
    const found = await db
      .selectFrom('document')
      .selectAll()
      .where('collection', '=', collection)
      .where('id', '=', id)
      .executeTakeFirst();
    return found === undefined ? undefined : toRow(found);
  },
  list: async (selection) => (await select(db, selection).execute()).map(toRow),
  owned: async (owner) => {
    const found = await db
      .selectFrom('document')
      .selectAll()
      .where('owner', '=', owner)
      .orderBy('collection')
      .orderBy('created_at')
      .orderBy('id')
      .execute();
    return found.map(toRow);
  },
});

/** A database in which other processes work as well. */
export type Sharing = {
  /** Waits until no other process is in a transaction that has done the same. */
  readonly exclude: (transaction: Transaction<Tables>) => Promise<void>;
};

/**
 * State in any SQL database that kysely speaks; all dialects store the same text. SQLite orders texts by their bytes;
 * another database is told the collation that does. Within one process whoever calls lets one work at a time.
 */
export const sqlStore = async (
  db: Kysely<Tables>,
  collation?: 'C',
  sharing?: Sharing,
): Promise<Store> => {
  const transact = <T>(work: (transaction: Transaction<Tables>) => Promise<T>): Promise<T> =>
    db.transaction().execute(async (transaction) => {
      await sharing?.exclude(transaction);
      return work(transaction);
    });
  const apply: Rows['apply'] = (changes) => transact((transaction) => write(transaction, changes));
  const read: Rows = { ...rowsOf(db), apply };
  const rows = sharing === undefined ? keptRows(read) : read;
  await transact((transaction) => bringUpToDate(transaction, collation));
  return {
    ...rows,
    isShared: sharing !== undefined,
    // who is alone anyway needs a transaction only for what it writes
    alone: (work) =>
      sharing === undefined
        ? work(rememberedRows(rows))
        : transact((transaction) =>
            work(
              rememberedRows({
                ...rowsOf(transaction),
                apply: (changes) => write(transaction, changes),
              }),
            ),
          ),
    close: () => db.destroy(),
  };
};

/** State in SQLite; the caller opens the database, since that is an effect. */
export const sqliteStore = async (database: SqliteDatabase): Promise<Store> =>
  sqlStore(new Kysely<Tables>({ dialect: new SqliteDialect({ database }) }));
