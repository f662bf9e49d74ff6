import type { Soon } from './soon.ts';

/** A stored resource. The engine knows its shape; a store knows these columns and carries `body` as it is. */
export type Row = {
  readonly collection: string;
  /** Unique in its collection. */
  readonly id: string;
  /** The organisation that may see it; empty for what belongs to the system alone. */
  readonly owner: string;
  /** What it is a part of: events of a parcel, deliveries of a subscription; empty otherwise. */
  readonly parent: string;
  /** RFC 3339 in UTC with milliseconds, so that text order is time order. */
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly body: unknown;
};

export type Selection = {
  readonly collection: string;
  readonly owner?: string;
  readonly parent?: string;
  /** Rows after this place in the order (createdAt, id). */
  readonly after?: { readonly createdAt: string; readonly id: string };
  readonly updatedSince?: string;
  /** Greatest number of rows; all when absent. */
  readonly limit?: number;
};

export type Change =
  | { readonly kind: 'put'; readonly row: Row }
  | { readonly kind: 'delete'; readonly collection: string; readonly id: string }
  /** Everything of one owner, in every collection. */
  | { readonly kind: 'clear'; readonly owner: string };

/** Rows to read and to change. Lists are ordered by (createdAt, id). */
export interface Rows {
  get(collection: string, id: string): Soon<Row | undefined>;
  list(selection: Selection): Soon<readonly Row[]>;
  /** Everything of one owner, by collection and then in the order of lists. */
  owned(owner: string): Promise<readonly Row[]>;
  /**
   * All changes or none. When it resolves they survive the death of the process, where the store is on disk. Where
   * several steps came to them, `steps` has those of each, for whoever keeps a record: a store has no use for it.
   */
  apply(changes: readonly Change[], steps?: readonly (readonly Change[])[]): Promise<void>;
}

/** Where a mock keeps its state. */
export interface Store extends Rows {
  /** Whether other processes may work on it at the same time. */
  readonly isShared: boolean;
  /**
   * Work that no other process comes between; within a process whoever calls sees to that. What it applied last is
   * stored when this resolves, and nothing of it when this rejects before.
   */
  alone<T>(work: (rows: Rows) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** The database does not answer, or went away in the midst of work: what was going on has not happened, or nobody knows. */
export class StoreLost extends Error {
  override readonly name = 'StoreLost';
}

/** The store has a layout that this program does not know yet. */
export class StoreTooNew extends Error {
  override readonly name = 'StoreTooNew';
  readonly layout: number;
  readonly known: number;

  constructor(layout: number, known: number) {
    super(`layout ${layout}; this program knows layouts up to ${known}`);
    this.layout = layout;
    this.known = known;
  }
}
