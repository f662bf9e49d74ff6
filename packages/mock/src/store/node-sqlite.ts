import { DatabaseSync } from 'node:sqlite';
import type { SqliteDatabase } from 'kysely';

type Statement = ReturnType<SqliteDatabase['prepare']>;

/** Statements that are kept: the few that are asked again and again, and none that puts many rows. */
const MOST_KEPT = 100;
const LONGEST_KEPT = 2_000;

/**
 * The surface that kysely wants, over the SQLite that Node has. Write-ahead log: an acknowledged order survives the
 * death of the process, and readers never wait. What is deleted is overwritten, so that a key that was destroyed is not found in a free page.
 */
export const openSqlite = (path: string): SqliteDatabase => {
  const db = new DatabaseSync(path);
  db.exec(
    'pragma journal_mode = wal; pragma synchronous = normal; pragma locking_mode = exclusive; pragma secure_delete = on;',
  );
  const kept = new Map<string, Statement>();
  const prepared = (sql: string): Statement => {
    const statement = db.prepare(sql);
    return {
      reader: statement.columns().length > 0,
      all: (values) => statement.all(...(values as never[])),
      run: (values) => statement.run(...(values as never[])),
      iterate: (values) => statement.iterate(...(values as never[])) as IterableIterator<unknown>,
    };
  };
  return {
    close: () => db.close(),
    prepare: (sql) => {
      const known = kept.get(sql);
      if (known !== undefined) return known;
      const made = prepared(sql);
      if (kept.size < MOST_KEPT && sql.length <= LONGEST_KEPT) kept.set(sql, made);
      return made;
    },
  };
};
