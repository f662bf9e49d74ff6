import {
  type Insertable,
  Kysely,
  type RawBuilder,
  type SqliteDatabase,
  SqliteDialect,
  sql,
} from 'kysely';
import type { Change, Row, Selection, Store } from './store.ts';

type Table = {
  collection: string;
  id: string;
  owner: string;
  parent: string;
  created_at: string;
  updated_at: string;
  body: string;
};
/** The tables of any SQL store. */
export type Tables = { document: Table; migration: { number: number } };

/** The type of a text that is ordered by its code points, as JavaScript orders it, whatever the locale of the database. */
type Text = 'text' | RawBuilder<unknown>;

/** Numbered and forward only. A file of a newer mock is refused rather than guessed at. */
const MIGRATIONS: readonly ((db: Kysely<Tables>, text: Text) => Promise<void>)[] = [
  async (db, text) => {
    await db.schema
      .createTable('document')
      .addColumn('collection', text, (column) => column.notNull())
      .addColumn('id', text, (column) => column.notNull())
      .addColumn('owner', text, (column) => column.notNull())
      .addColumn('parent', text, (column) => column.notNull())
      .addColumn('created_at', text, (column) => column.notNull())
      .addColumn('updated_at', text, (column) => column.notNull())
      .addColumn('body', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('document_key', ['collection', 'id'])
      .execute();
    await db.schema
      .createIndex('document_owner')
      .on('document')
      .columns(['collection', 'owner', 'created_at', 'id'])
      .execute();
    await db.schema
      .createIndex('document_parent')
      .on('document')
      .columns(['collection', 'parent', 'created_at', 'id'])
      .execute();
  },
];

const migrate = async (db: Kysely<Tables>, text: Text): Promise<void> => {
  await db.schema
    .createTable('migration')
    .ifNotExists()
    .addColumn('number', 'integer', (column) => column.primaryKey())
    .execute();
  const rows = await db.selectFrom('migration').select('number').execute();
  const done = Math.max(0, ...rows.map((row) => Number(row.number)));
  if (done > MIGRATIONS.length)
    throw new Error(
      `the store was written by a newer mock server (layout ${done}); this one knows layouts up to ${MIGRATIONS.length}. Use the newer one, or another file.`,
    );
  for (const [index, step] of MIGRATIONS.entries()) {
    if (index < done) continue;
    await db.transaction().execute(async (transaction) => {
      await step(transaction, text);
      await transaction
        .insertInto('migration')
        .values({ number: index + 1 })
        .execute();
    });
  }
};

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

const write = async (db: Kysely<Tables>, change: Change): Promise<void> => {
  if (change.kind === 'put') {
    const { collection: _, id: __, ...columns } = toTable(change.row);
    await db
      .insertInto('document')
      .values(toTable(change.row))
      .onConflict((conflict) => conflict.columns(['collection', 'id']).doUpdateSet(columns))
      .execute();
    return;
  }
  if (change.kind === 'clear') {
    await db.deleteFrom('document').where('owner', '=', change.owner).execute();
    return;
  }
  await db
    .deleteFrom('document')
    .where('collection', '=', change.collection)
    .where('id', '=', change.id)
    .execute();
};

/**
 * State in any SQL database that kysely speaks; both dialects store the same text. SQLite orders texts by their bytes;
 * another database is told the collation that does.
 */
export const sqlStore = async (db: Kysely<Tables>, collation?: 'C'): Promise<Store> => {
  await migrate(db, collation === undefined ? 'text' : sql.raw(`text collate "${collation}"`));
  return {
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
    apply: async (changes) => {
      await db.transaction().execute(async (transaction) => {
        for (const change of changes) await write(transaction, change);
      });
    },
    close: () => db.destroy(),
  };
};

/** State in SQLite; the caller opens the database, since that is an effect. */
export const sqliteStore = async (database: SqliteDatabase): Promise<Store> =>
  sqlStore(new Kysely<Tables>({ dialect: new SqliteDialect({ database }) }));
