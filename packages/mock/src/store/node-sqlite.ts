import { DatabaseSync } from 'node:sqlite';
import type { SqliteDatabase } from 'kysely';

/**
 * The surface that kysely wants, over the SQLite that Node has. Write-ahead log: an acknowledged order survives the
 * death of the process, and readers never wait. What is deleted is overwritten, so that a key that was destroyed is not found in a free page.
 */
export const openSqlite = (path: string): SqliteDatabase => {
  const db = new DatabaseSync(path);
  db.exec(
    'pragma journal_mode = wal; pragma synchronous = normal; pragma locking_mode = exclusive; pragma secure_delete = on;',
  );
  return {
    close: () => db.close(),
    prepare: (sql) => {
      const statement = db.prepare(sql);
      return {
        reader: statement.columns().length > 0,
        all: (values) => statement.all(...(values as never[])),
        run: (values) => statement.run(...(values as never[])),
        iterate: (values) => statement.iterate(...(values as never[])) as IterableIterator<unknown>,
      };
    },
  };
};
