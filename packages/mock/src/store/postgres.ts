import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import { sqlStore } from './kysely.ts';
import type { Tables } from './layouts.ts';
import type { Soon } from './soon.ts';
import { type Rows, type Store, StoreLost } from './store.ts';

/** Connections of one process: one that writes, and some for whoever only looks. */
const CONNECTIONS = 4;
/** Milliseconds for a connection; in line for the lock; and in which a transaction that has stopped gives it back. */
const CONNECT_WITHIN = 5_000;
const LOCK_WITHIN = 10_000;
const IDLE_WITHIN = 10_000;

/**
 * What the server says of a connection that is no more, or that it will not give (SQLSTATE class 08, operator
 * intervention, no room), and of a lock or a transaction that took too long; and what the system says of the network.
 */
const LOST =
  /^(08...|57P0[1-5]|53[0-9]00|25P0[34]|55P03|E(CONN|PIPE|TIMEDOUT|NOTFOUND|AI_AGAIN|HOST|NET).*)$/;
/** The driver has no code for these. */
const LOST_WORDS =
  /^(Connection terminated|Client has encountered a connection error|timeout expired|timeout exceeded|Client was closed)/;

const isLost = (error: unknown): error is Error => {
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string') return LOST.test(error.code);
  return error instanceof AggregateError
    ? error.errors.some(isLost)
    : LOST_WORDS.test(error.message);
};

/** What was heard: a failure to connect anywhere has no words of its own. */
const wordOf = (error: Error): string =>
  error.message || ('code' in error ? String(error.code) : error.name);

/** The same work; that the database is lost is told in the words of any store. */
const telling = async <T>(work: () => Soon<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (isLost(error)) throw new StoreLost(wordOf(error), { cause: error });
    throw error;
  }
};

const tellingRows = (rows: Rows): Rows => ({
  get: (collection, id) => telling(() => rows.get(collection, id)),
  list: (selection) => telling(() => rows.list(selection)),
  owned: (owner) => telling(() => rows.owned(owner)),
  apply: (changes) => telling(() => rows.apply(changes)),
});

/** One lock for all that share a schema; it ends with its transaction, and that with its connection. */
const exclude =
  (schema: string) =>
  async (transaction: Transaction<Tables>): Promise<void> => {
    const name = `openwaybill ${schema}`;
    await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(transaction);
  };

/**
 * State in PostgreSQL, for any number of processes: each parcel of work holds one lock of the database from its first
 * read to its commit. A lost connection is told as `StoreLost`, and the next work has a new one. The driver is loaded
 * where it is asked for, since most processes never need it.
 */
export const postgresStore = async (url: string, schema = 'openwaybill'): Promise<Store> => {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({
    connectionString: url,
    // whoever looks after the server sees whose connections these are
    application_name: schema,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_WITHIN,
    lock_timeout: LOCK_WITHIN,
    idle_in_transaction_session_timeout: IDLE_WITHIN,
  });
  // a connection that is lost while nobody asks it anything is no news: the pool drops it, and whoever asks next is told
  const dropped = (error: Error): string => error.message;
  pool.on('error', dropped);
  pool.on('connect', (client) => client.on('error', dropped));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const store = await telling(async () => {
    try {
      const own = db.withSchema(schema);
      await db.transaction().execute(async (transaction) => {
        await exclude(schema)(transaction);
        await transaction.schema.createSchema(schema).ifNotExists().execute();
      });
      return await sqlStore(own, 'C', { exclude: exclude(schema) });
    } catch (error) {
      await db.destroy();
      throw error;
    }
  });
  return {
    ...tellingRows(store),
    isShared: true,
    alone: (work) => telling(() => store.alone((rows) => work(tellingRows(rows)))),
    close: () => db.destroy(),
  };
};
