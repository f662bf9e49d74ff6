import type { Attempt, Delivery } from './engine/options.ts';
import { sqliteStore } from './store/kysely.ts';
import { openSqlite } from './store/node-sqlite.ts';
import type { Store } from './store/store.ts';

export { type Listening, listen } from './shores/port.ts';
export { postgresStore } from './store/postgres.ts';
export { type LabelFonts, pdfPrinter } from './waybills/label/label-pdf.ts';

const ANSWER_WITHIN = 5_000;

/** A store in a SQLite file, which survives the process. */
export const openFileStore = (path: string): Promise<Store> => sqliteStore(openSqlite(path));

/**
 * Sends deliveries by HTTP: a receiver has five seconds, and a redirect is an answer like any other. The address that a
 * name leads to is not looked at here; whoever offers a sandbox to others sends through a proxy that does.
 */
export const httpSender =
  (post: (url: string, init: RequestInit) => Promise<Response>) =>
  async ({ url, headers, body }: Delivery): Promise<Attempt> => {
    try {
      const answer = await post(url, {
        method: 'POST',
        headers: { ...headers },
        body,
        redirect: 'manual',
        signal: AbortSignal.timeout(ANSWER_WITHIN),
      });
      return { status: answer.status, body: await answer.text() };
    } catch {
      // no answer at all is an attempt that failed, whatever the reason
      return { status: 0, body: '' };
    }
  };

/** Waits in real time. */
export const realWait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** Bytes of the system's generator, for a mock whose randomness is judged. */
export const systemRandom = (byteCount: number): Uint8Array =>
  crypto.getRandomValues(new Uint8Array(byteCount));
