import type { Attempt, Delivery } from '../engine/options.ts';
import type { StoredEvent } from './outbox.ts';

/** A delivery on its way to somebody who holds a line open. */
export type Handed = {
  /** Under which its outcome is told. */
  readonly id: string;
  readonly event: StoredEvent;
  readonly headers: Delivery['headers'];
  /** The bytes, as text. */
  readonly body: string;
};

/** The lines that are open to sinks without an address of their own. */
export type Sinks = {
  /** Whether a delivery goes over such a line. */
  takes(delivery: Pick<Delivery, 'url'>): boolean;
  send(tenant: string, event: StoredEvent, delivery: Delivery): Promise<Attempt>;
  /** Opens the line of a sink, until the answer is called. The one before is closed. */
  open(tenant: string, url: string, hand: (handed: Handed) => void): () => void;
  /** What the receiver behind the line answered; whether anybody waited for it. */
  answered(tenant: string, id: string, attempt: Attempt): boolean;
};

/** What the address of a sink without one begins with. */
export const LINE = 'sink:';

const NOBODY: Attempt = { status: 0, body: '' };
/** Milliseconds that a receiver has. */
const ANSWER_WITHIN = 5_000;

type Line = { readonly hand: (handed: Handed) => void; readonly waiting: Set<string> };

/** No line is open. */
export const createSinks = (wait: (milliseconds: number) => Promise<void>): Sinks => {
  const lines = new Map<string, Line>();
  const waiting = new Map<string, (attempt: Attempt) => void>();
  let count = 0;
  const finish = (key: string, attempt: Attempt): boolean => {
    const done = waiting.get(key);
    waiting.delete(key);
    done?.(attempt);
    return done !== undefined;
  };
  const shut = (line: Line | undefined): void => {
    for (const key of line?.waiting ?? []) finish(key, NOBODY);
  };
  return {
    takes: ({ url }) => url.startsWith(LINE),
    send: async (tenant, event, { url, headers, body }) => {
      const line = lines.get(`${tenant} ${url}`);
      if (line === undefined) return NOBODY;
      count += 1;
      const id = `hnd_${count}`;
      const key = `${tenant} ${id}`;
      const answer = new Promise<Attempt>((resolve) => {
        waiting.set(key, resolve);
      });
      line.waiting.add(key);
      line.hand({ id, event, headers, body });
      const late = wait(ANSWER_WITHIN).then(() => NOBODY);
      const result = await Promise.race([answer, late]);
      waiting.delete(key);
      line.waiting.delete(key);
      return result;
    },
    open: (tenant, url, hand) => {
      const name = `${tenant} ${url}`;
      shut(lines.get(name));
      const line: Line = { hand, waiting: new Set() };
      lines.set(name, line);
      return () => {
        shut(line);
        if (lines.get(name) === line) lines.delete(name);
      };
    },
    answered: (tenant, id, attempt) => finish(`${tenant} ${id}`, attempt),
  };
};
