import { epochMillis } from '@openwaybill/schemas';
import { type ReadLine, readLogLine } from './log-line.ts';
import type { Observation, ObservationKind, Observations } from './observation.ts';

/**
 * What lines have said so far: observations by kind, key and version. It only grows, and a line that is added twice
 * changes nothing; so logs can be cut into shards in any way and merged in any order.
 */
export type EventLog = {
  readonly [kind in ObservationKind]: Map<string, Map<string, Observations[kind]>>;
} & {
  /** The latest instant of a line, in milliseconds since 1970: what is still going on is counted up to it. */
  latest: number;
};

export const emptyLog = (): EventLog => ({
  scans: new Map(),
  bindings: new Map(),
  orders: new Map(),
  points: new Map(),
  vehicles: new Map(),
  declarations: new Map(),
  labels: new Map(),
  complaints: new Map(),
  legs: new Map(),
  notices: new Map(),
  interruptions: new Map(),
  reveals: new Map(),
  latest: Number.NEGATIVE_INFINITY,
});

/** Two contents of one version are a fault of the log; which one counts must not hang on the order of arrival. */
const settled = <T>(a: T, b: T): T => (JSON.stringify(a) <= JSON.stringify(b) ? a : b);

const keep = <T>(
  store: Map<string, Map<string, T>>,
  key: string,
  version: string,
  value: T,
): void => {
  const versions = store.get(key);
  if (versions === undefined) {
    store.set(key, new Map([[version, value]]));
    return;
  }
  const known = versions.get(version);
  versions.set(version, known === undefined ? value : settled(known, value));
};

const record = ({ of, key, version, value }: Observation, log: EventLog): void =>
  keep(log[of] as Map<string, Map<string, typeof value>>, key, version, value);

const instantIn = (line: unknown): number => {
  if (typeof line !== 'object' || line === null) return Number.NEGATIVE_INFINITY;
  const { time, at, value } = line as { time?: unknown; at?: unknown; value?: unknown };
  const { updatedAt } = (value ?? {}) as { updatedAt?: unknown };
  const instants = [time, at, updatedAt].filter((one) => typeof one === 'string').map(epochMillis);
  return Math.max(...instants.filter(Number.isFinite), Number.NEGATIVE_INFINITY);
};

/** Adds a line to a log, and says what became of it. A line with issues changes nothing. */
export const addLine = (log: EventLog, line: unknown): ReadLine => {
  const read = readLogLine(line);
  if (!read.ok) return read;
  log.latest = Math.max(log.latest, instantIn(line));
  for (const observation of read.observations) record(observation, log);
  return read;
};

const KINDS = Object.keys(emptyLog()).filter((name) => name !== 'latest') as ObservationKind[];

/** All that several logs say, as one. Associative, commutative and idempotent. */
export const mergeLogs = (...logs: readonly EventLog[]): EventLog => {
  const merged = emptyLog();
  for (const log of logs) {
    merged.latest = Math.max(merged.latest, log.latest);
    for (const of of KINDS)
      for (const [key, versions] of log[of])
        for (const [version, value] of versions)
          record({ of, key, version, value } as Observation, merged);
  }
  return merged;
};
