import type { StoredEvent } from '../events/outbox.ts';
import { digitsOf, joinedKey } from '../store/joined-key.ts';
import { after, type Soon } from '../store/soon.ts';
import type { Row } from '../store/store.ts';
import type { Unit } from '../store/unit.ts';
import type { Answer } from './call.ts';

/** One command of a tenant, or a timer of it that sent events. It holds virtual time alone, so that two runs agree. */
export type LogEntry = {
  readonly seq: number;
  readonly at: string;
  readonly tenant: string;
  /** Name of the operation; `timer/<kind>` for what time did, `control/<name>` for the control interface. */
  readonly operation: string;
  /** What the timer was about. */
  readonly ref?: string;
  /** SHA-256 of path and body. */
  readonly requestDigest?: string;
  readonly outcome?: { readonly status: number; readonly code?: string };
  /** Events that the tenant was sent by it. */
  readonly events: readonly Pick<StoredEvent, 'sequence' | 'type' | 'subject'>[];
};

/** The collection of the entries, in the order in which they were made. */
export const LOG = 'log';
const LENGTH = 'log-length';
/** Digits of a position, so that text order is their order. */
const DIGITS = 12;

const positionOf = (seq: number): string => digitsOf(seq, DIGITS);

const FIRST = positionOf(0);

/** The entries that a unit has made so far. */
export const entriesIn = (unit: Unit): readonly LogEntry[] =>
  unit.written(LOG).map(({ body }) => body as LogEntry);

/** What a unit has sent to a tenant and no entry of it has told yet. */
export const eventsIn = (unit: Unit, tenant: string): LogEntry['events'] => {
  // of several steps in one unit each has its entry, and the marks part them
  const sent = unit.recent('event');
  if (sent.length === 0) return [];
  const told = new Set<string>();
  for (const { body } of unit.recent(LOG))
    for (const { sequence } of (body as LogEntry).events) told.add(sequence);
  const events: LogEntry['events'][number][] = [];
  for (const { owner, body } of sent) {
    const { sequence, type, subject } = body as StoredEvent;
    if (owner === tenant && !told.has(sequence)) events.push({ sequence, type, subject });
  }
  return events;
};

const rowOf = (collection: string, id: string, tenant: string, at: string, body: unknown): Row => ({
  collection,
  id,
  owner: tenant,
  parent: '',
  createdAt: at,
  updatedAt: at,
  body,
});

/** How a command ended, as the log has it. */
export const outcomeOf = ({ status, body }: Answer): NonNullable<LogEntry['outcome']> => {
  const { code } = (body ?? {}) as { readonly code?: string };
  return { status, ...(status < 400 || code === undefined ? {} : { code }) };
};

/** The position of a tenant's last entry; 0 before the first one. */
export const logLength = (unit: Unit, tenant: string): Soon<number> =>
  after(unit.get<{ readonly last: number }>(LENGTH, tenant), (known) => known?.last ?? 0);

/** Adds an entry to the log of a tenant, with what the unit has sent, and answers it. */
export const appendToLog = (
  unit: Unit,
  now: string,
  tenant: string,
  said: Omit<LogEntry, 'seq' | 'at' | 'tenant' | 'events'>,
): Soon<LogEntry> =>
  after(logLength(unit, tenant), (length) => {
    const seq = length + 1;
    const entry: LogEntry = { seq, at: now, tenant, ...said, events: eventsIn(unit, tenant) };
    const position = positionOf(seq);
    unit.put(rowOf(LENGTH, tenant, tenant, FIRST, { last: seq }));
    unit.put(rowOf(LOG, joinedKey(tenant, position), tenant, position, entry));
    return entry;
  });

/** The entries of a tenant after a position. */
export const readLog = async (
  unit: Unit,
  tenant: string,
  after = 0,
): Promise<readonly LogEntry[]> => {
  const position = positionOf(after);
  const rows = await unit.list({
    collection: LOG,
    owner: tenant,
    after: { createdAt: position, id: `${tenant}/${position}` },
  });
  return rows.map(({ body }) => body as LogEntry);
};
