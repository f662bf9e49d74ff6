import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { expect, test } from 'vitest';
import { postgresStore } from '../../src/node.ts';
import { determinismCases } from '../determinism-cases.ts';
import { storeCases } from '../store-cases.ts';

const url = process.env.OPENWAYBILL_POSTGRES_URL;

/** Every case begins with a schema of its own name, empty. */
const emptied = async (given: string): Promise<string> => {
  const schema = 'openwaybill_store_cases';
  const db = new Kysely<Record<string, never>>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: given }) }),
  });
  await sql`drop schema if exists ${sql.id(schema)} cascade`.execute(db);
  await sql`create schema ${sql.id(schema)}`.execute(db);
  await db.destroy();
  const own = new URL(given);
  own.searchParams.set('options', `-c search_path=${schema}`);
  return own.toString();
};

test('a PostgreSQL server is named', () => {
  expect(url, 'OPENWAYBILL_POSTGRES_URL names no server').toBeDefined();
});

if (url !== undefined) {
  storeCases('PostgreSQL', async () => postgresStore(await emptied(url)));
  determinismCases('PostgreSQL', async () => postgresStore(await emptied(url)));
}
