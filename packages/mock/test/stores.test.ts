import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, SqliteDialect } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { memoryStore, StoreLost } from '../src/index.ts';
import { openFileStore, postgresStore } from '../src/node.ts';
import { sqliteStore, sqlStore } from '../src/store/kysely.ts';
import type { Tables } from '../src/store/layouts.ts';
import { openSqlite } from '../src/store/node-sqlite.ts';
import { layoutCases, storeCases } from './store-cases.ts';

const folder = mkdtempSync(join(tmpdir(), 'openwaybill-stores-'));
let fileCount = 0;
const file = () => {
  fileCount += 1;
  return join(folder, `${fileCount}.db`);
};
afterAll(() => rmSync(folder, { recursive: true }));

storeCases('memory', async () => memoryStore());
storeCases('a SQLite file', () => openFileStore(file()));
/** One database for all cases, since it takes seconds to start; each case begins without tables. */
const pglite = new PGlite();
afterAll(() => pglite.close());
storeCases('PGlite', async () => {
  await pglite.exec('drop table if exists document, migration');
  const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) });
  return { ...(await sqlStore(db, 'C')), close: async () => {} };
});

layoutCases('a SQLite file', async () => {
  const path = file();
  const database = openSqlite(path);
  return {
    db: new Kysely<Tables>({ dialect: new SqliteDialect({ database }) }),
    collation: undefined,
    // one process has one connection, so the store is on that of the case
    store: async () => ({ ...(await sqliteStore(database)), close: async () => {} }),
  };
});

test('a SQLite file has everything after it was closed', async () => {
  const path = file();
  const first = await openFileStore(path);
  const row = {
    collection: 'thing',
    id: 'a',
    owner: 'A',
    parent: '',
    createdAt: '2026-11-11T00:00:00.000Z',
    updatedAt: '2026-11-11T00:00:00.000Z',
    body: { a: 1 },
  };
  await first.apply([{ kind: 'put', row }]);
  await first.close();
  const second = await openFileStore(path);
  expect(await second.get('thing', 'a')).toEqual(row);
  await second.close();
});

test('a PostgreSQL server that is not there is said to be lost', async () => {
  await expect(postgresStore('postgres://me@127.0.0.1:1/box')).rejects.toThrow(StoreLost);
});
