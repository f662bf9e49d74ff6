import { hash } from 'node:crypto';
import { sqliteStore } from './store/kysely.ts';
import { openSqlite } from './store/node-sqlite.ts';
import type { Store } from './store/store.ts';

export { httpSender, type SenderOptions } from './shores/http-sender.ts';
export { type Listening, listen } from './shores/port.ts';
export { postgresStore } from './store/postgres.ts';
export { type LabelFonts, pdfPrinter } from './waybills/label/label-pdf.ts';

/** A store in a SQLite file, which survives the process. */
export const openFileStore = (path: string): Promise<Store> => sqliteStore(openSqlite(path));

/** Waits in real time, never shorter than that. */
export const realWait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    // a timer cuts fractions off and counts from the millisecond that has begun
    setTimeout(resolve, Math.ceil(milliseconds) + 1);
  });

/** Bytes of the system's generator, for a mock whose randomness is judged. */
export const systemRandom = (byteCount: number): Uint8Array =>
  crypto.getRandomValues(new Uint8Array(byteCount));

/** SHA-256 of this machine, which answers at once. */
export const systemSha256 = (bytes: Uint8Array): Uint8Array => hash('sha256', bytes, 'buffer');
