import { type Kysely, type RawBuilder, sql } from 'kysely';
import { StoreTooNew } from './store.ts';

type Document = {
  collection: string;
  id: string;
  owner: string;
  parent: string;
  created_at: string;
  updated_at: string;
  body: string;
};
/** The tables of any SQL store. */
export type Tables = { document: Document; migration: { number: number } };

/** The type of a text that is ordered by its code points, as JavaScript orders it, whatever the locale of the database. */
type Text = 'text' | RawBuilder<unknown>;

/** The step from one layout of the tables to the next. */
export type Layout = (db: Kysely<Tables>, text: Text) => Promise<void>;

/** Numbered from 1, and forward only. */
export const LAYOUTS: readonly Layout[] = [
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
  // everything of one owner, and the first rows of a collection, are found without reading the others
  async (db) => {
    await db.schema.dropIndex('document_owner').execute();
    await db.schema
      .createIndex('document_owned')
      .on('document')
      .columns(['owner', 'collection', 'created_at', 'id'])
      .execute();
    await db.schema
      .createIndex('document_order')
      .on('document')
      .columns(['collection', 'created_at', 'id'])
      .execute();
  },
];

/**
 * Brings the tables to the newest of these layouts, in one transaction. A store of a newer program is refused rather
 * than guessed at.
 */
export const bringUpToDate = async (
  db: Kysely<Tables>,
  collation: 'C' | undefined,
  layouts: readonly Layout[] = LAYOUTS,
): Promise<void> => {
  const text = collation === undefined ? 'text' : sql.raw(`text collate "${collation}"`);
  await db.schema
    .createTable('migration')
    .ifNotExists()
    .addColumn('number', 'integer', (column) => column.primaryKey())
    .execute();
  const rows = await db.selectFrom('migration').select('number').execute();
  const done = Math.max(0, ...rows.map((row) => Number(row.number)));
  if (done > layouts.length) throw new StoreTooNew(done, layouts.length);
  for (const [index, step] of layouts.entries()) {
    if (index < done) continue;
    await step(db, text);
    await db
      .insertInto('migration')
      .values({ number: index + 1 })
      .execute();
  }
};
