import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { expect, test } from 'vitest';
import type { Store } from '../../src/index.ts';
import { postgresStore } from '../../src/node.ts';
import type { Tables } from '../../src/store/layouts.ts';
import { determinismCases } from '../determinism-cases.ts';
import { layoutCases, storeCases } from '../store-cases.ts';

const url = process.env.OPENWAYBILL_POSTGRES_URL;

const SCHEMA = 'openwaybill_store_cases';

const connected = (given: string): Kysely<Tables> =>
  new Kysely({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: given, max: 1 }) }),
  });

/** Every case begins with a schema of its own name, empty. */
const emptied = async (given: string): Promise<Store> => {
  const db = connected(given);
  await sql`drop schema if exists ${sql.id(SCHEMA)} cascade`.execute(db);
  await db.destroy();
  return postgresStore(given, SCHEMA);
};

test('a PostgreSQL server is named', () => {
  expect(url, 'OPENWAYBILL_POSTGRES_URL names no server').toBeDefined();
});

if (url !== undefined) {
  storeCases('PostgreSQL', () => emptied(url));
  layoutCases('PostgreSQL', async () => {
    const db = connected(url);
    await sql`drop schema if exists ${sql.id(SCHEMA)} cascade`.execute(db);
    await sql`create schema ${sql.id(SCHEMA)}`.execute(db);
    return {
      db: db.withSchema(SCHEMA),
      collation: 'C',
      store: () => postgresStore(url, SCHEMA),
    };
  });
  determinismCases('PostgreSQL', () => emptied(url));
}
