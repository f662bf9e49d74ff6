import { Kysely, PostgresDialect } from 'kysely';
import { sqlStore, type Tables } from './kysely.ts';
import type { Store } from './store.ts';

/** State in PostgreSQL; the driver is loaded where it is asked for, since most processes never need it. */
export const postgresStore = async (url: string): Promise<Store> => {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({ connectionString: url });
  return sqlStore(new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }), 'C');
};
