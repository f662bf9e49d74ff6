import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { expect, test } from 'vitest';
import type { Store } from '../../src/index.ts';
import { postgresStore } from '../../src/node.ts';
import { determinismCases } from '../determinism-cases.ts';
import { storeCases } from '../store-cases.ts';

const url = process.env.OPENWAYBILL_POSTGRES_URL;

const SCHEMA = 'openwaybill_store_cases';

/** Every case begins with a schema of its own name, empty. */
const emptied = async (given: string): Promise<Store> => {
  const db = new Kysely<Record<string, never>>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: given }) }),
  });
  await sql`drop schema if exists ${sql.id(SCHEMA)} cascade`.execute(db);
  await db.destroy();
  return postgresStore(given, SCHEMA);
};

test('a PostgreSQL server is named', () => {
  expect(url, 'OPENWAYBILL_POSTGRES_URL names no server').toBeDefined();
});

if (url !== undefined) {
  storeCases('PostgreSQL', () => emptied(url));
  determinismCases('PostgreSQL', () => emptied(url));
}
