import { LEASE } from '../engine/lanes.ts';
import type { Exchange } from '../engine/options.ts';
import { STARTS } from '../engine/starts.ts';
import { DATA_KEY, SEALED_COLLECTIONS } from '../store/sealed-store.ts';
import type { Change, Row, Rows, Store } from '../store/store.ts';
import type { Changed, Moment, Revision } from './wire.ts';

/** An exchange with its place in the order of arrival, and the last commit before it was told. */
export type Recorded = Exchange & { readonly seq: number };

/** What one command, or one timer, wrote. */
export type Commit = { readonly seq: number; readonly changes: readonly Change[] };

/** A bounded memory of what went in and out and of what was written, for every tenant together. */
export interface Recorder {
  tell(exchange: Exchange): void;
  /** A store like the given one, of which it is noted what is put. Bodies are noted as they are, so it costs nothing. */
  watch(store: Store): Store;
  /** Oldest first. */
  readonly exchanges: readonly Recorded[];
  readonly commits: readonly Commit[];
  /** Told of what is about to be forgotten. */
  onForgetting: (gone: { readonly exchange: Recorded } | { readonly commit: Commit }) => void;
}

/** Exchanges that are kept, the bytes of requests among them, and the rows that were written. */
const MAX_EXCHANGES = 10_000;
const MAX_BYTES = 16 * 1024 * 1024;
const MAX_CHANGES = 50_000;

/** Rows like the given ones; whoever asks is told of what is applied. */
const watched = (rows: Rows, tell: (changes: readonly Change[]) => void): Rows => ({
  get: (collection, id) => rows.get(collection, id),
  list: (selection) => rows.list(selection),
  owned: (owner) => rows.owned(owner),
  apply: async (changes, steps = [changes]) => {
    await rows.apply(changes);
    // a copy, since whoever applied goes on with its own
    steps.forEach(tell);
  },
});

/** Nothing is kept that the inspector of a long-lived sandbox would not show: the oldest goes first. */
export const createRecorder = (): Recorder => {
  const exchanges: Recorded[] = [];
  const commits: Commit[] = [];
  let bytes = 0;
  let changeCount = 0;
  let exchangeSeq = 0;
  let commitSeq = 0;

  const note = (changes: readonly Change[]): void => {
    commitSeq += 1;
    commits.push({ seq: commitSeq, changes });
    changeCount += changes.length;
    while (changeCount > MAX_CHANGES && commits.length > 1) {
      const first = commits.shift() as Commit;
      changeCount -= first.changes.length;
      recorder.onForgetting({ commit: first });
    }
  };

  const recorder: Recorder = {
    exchanges,
    commits,
    onForgetting: () => undefined,
    tell: (exchange) => {
      exchangeSeq += 1;
      exchanges.push({ ...exchange, seq: exchangeSeq });
      bytes += exchange.bytes.length;
      while (exchanges.length > MAX_EXCHANGES || (bytes > MAX_BYTES && exchanges.length > 1)) {
        const first = exchanges.shift() as Recorded;
        bytes -= first.bytes.length;
        recorder.onForgetting({ exchange: first });
      }
    },
    watch: (store) => ({
      ...watched(store, note),
      isShared: store.isShared,
      alone: async (work) => {
        const applied: (readonly Change[])[] = [];
        const result = await store.alone((rows) =>
          work(watched(rows, (changes) => applied.push(changes))),
        );
        // only now it is sure that they are stored
        applied.forEach(note);
        return result;
      },
      close: () => store.close(),
    }),
  };
  return recorder;
};

/** What is a person's, a secret, or the engine's own bookkeeping. */
const UNSEEN: readonly string[] = [
  ...SEALED_COLLECTIONS,
  DATA_KEY,
  'assertion',
  'audit-node',
  'audit-size',
  'clock',
  'counter',
  'idempotency',
  'inbox-sequence',
  LEASE,
  'log',
  'log-length',
  'nonce',
  STARTS,
  'sequence',
  'timer',
];

/** Whether a row is shown to a tenant: its own, and what belongs to the whole system. */
export const isSeenBy = (
  tenant: string,
  { collection, owner }: Pick<Row, 'collection' | 'owner'>,
) => !UNSEEN.includes(collection) && (owner === tenant || owner === '');

/** A row that a tenant may see, as one commit left it; without a row it was deleted. */
type Touched = {
  readonly key: string;
  readonly collection: string;
  readonly id: string;
  readonly row?: Row;
};

const instantOf = (changes: readonly Change[]): string =>
  changes.reduce(
    (last, change) =>
      change.kind === 'put' && change.row.collection !== 'timer' && change.row.updatedAt > last
        ? change.row.updatedAt
        : last,
    '',
  );

/** The commits that touched something of a tenant, oldest first. A delete names no owner: who put it last is. */
const commitsOf = function* (
  { commits }: Pick<Recorder, 'commits'>,
  tenant: string,
): Generator<{ readonly seq: number; readonly at: string; readonly touched: readonly Touched[] }> {
  const mine = new Set<string>();
  let at = '';
  for (const { seq, changes } of commits) {
    const touched: Touched[] = [];
    for (const change of changes) {
      if (change.kind === 'put' && isSeenBy(tenant, change.row)) {
        const { collection, id } = change.row;
        const key = `${collection}/${id}`;
        mine.add(key);
        touched.push({ key, collection, id, row: change.row });
      } else if (change.kind === 'delete') {
        const { collection, id } = change;
        const key = `${collection}/${id}`;
        if (mine.delete(key)) touched.push({ key, collection, id });
      } else if (change.kind === 'clear' && change.owner === tenant) {
        for (const key of mine) {
          const at = key.indexOf('/');
          touched.push({ key, collection: key.slice(0, at), id: key.slice(at + 1) });
        }
        mine.clear();
      }
    }
    // what was written before is what it happened after, where no row of its own tells the instant
    at = instantOf(changes) || at;
    if (touched.length > 0) yield { seq, at, touched };
  }
};

/** The moments of a tenant that are still known. */
export const momentsOf = (recorder: Recorder, tenant: string): readonly Moment[] =>
  [...commitsOf(recorder, tenant)].map(({ seq, at, touched }) => ({
    seq,
    at,
    touched: touched.map(({ collection, id, row }) => ({
      collection,
      id,
      kind: row === undefined ? 'delete' : 'put',
    })),
  }));

/** The versions of one thing that are still known. */
export const revisionsOf = (
  recorder: Recorder,
  tenant: string,
  collection: string,
  id: string,
): readonly Revision[] => {
  const key = `${collection}/${id}`;
  return [...commitsOf(recorder, tenant)].flatMap(({ seq, at, touched }) =>
    touched
      .filter((one) => one.key === key)
      .map(({ row }) => ({ seq, at, ...(row === undefined ? {} : { body: row.body }) })),
  );
};

/** Everything that is not the same after one moment and after a later one. */
export const differencesOf = (
  recorder: Recorder,
  tenant: string,
  from: number,
  to: number,
): readonly Changed[] => {
  const before = new Map<string, unknown>();
  const after = new Map<string, Touched>();
  for (const { seq, touched } of commitsOf(recorder, tenant)) {
    if (seq > to) break;
    for (const one of touched) {
      if (seq <= from) before.set(one.key, one.row?.body);
      else after.set(one.key, one);
    }
  }
  return [...after.values()]
    .map(({ key, collection, id, row }) => ({
      collection,
      id,
      ...(before.get(key) === undefined ? {} : { before: before.get(key) }),
      ...(row === undefined ? {} : { after: row.body }),
    }))
    .filter((one) => JSON.stringify(one.before) !== JSON.stringify(one.after));
};
