import { remembered } from '../engine/remembered.ts';
import { isSelected } from './memory.ts';
import { inOrder } from './ordered-rows.ts';
import { after, type Soon } from './soon.ts';
import type { Change, Row, Rows, Selection } from './store.ts';

/**
 * The work of one command: reads see its own writes, and nothing is written before `commit`. Throw it away and nothing
 * has happened.
 */
export class Unit {
  readonly #rows: Rows;
  /** Whose rows go before anything is written. */
  #cleared: string | undefined;
  readonly #changes = new Map<string, Map<string, RowChange>>();
  /** What was written since the mark, with what stood there before. */
  #recent: Written[] = [];
  /** What each step before the mark has written, where somebody keeps a record of it. */
  readonly #steps: (readonly Change[])[] | undefined;
  /** Bodies that were asked for, by collection and owner, of collections in which nothing was written since. */
  readonly #bodies = new Map<string, Map<string, readonly unknown[]>>();

  constructor(rows: Rows, isRecorded = false) {
    this.#rows = rows;
    this.#steps = isRecorded ? [] : undefined;
  }

  /** The body of a row, or nothing. */
  get<T>(collection: string, id: string): Soon<T | undefined> {
    return after(this.row(collection, id), (row) => row?.body as T | undefined);
  }

  row(collection: string, id: string): Soon<Row | undefined> {
    const change = this.#changes.get(collection)?.get(id);
    if (change === undefined) return this.#rows.get(collection, id);
    return change.kind === 'put' ? change.row : undefined;
  }

  list(selection: Selection): Soon<readonly Row[]> {
    const changes = this.#changes.get(selection.collection);
    return changes === undefined
      ? this.#rows.list(selection)
      : this.#changedList(changes, selection);
  }

  async #changedList(
    changes: ReadonlyMap<string, RowChange>,
    { limit, ...whole }: Selection,
  ): Promise<readonly Row[]> {
    const stored = await this.#rows.list(whole);
    return [
      ...stored.filter(({ id }) => !changes.has(id)),
      ...putRows(changes).filter((row) => isSelected(row, whole)),
    ]
      .sort(inOrder)
      .slice(0, limit);
  }

  /** The bodies of all rows of an owner in a collection: the same list as long as this unit writes nothing there. */
  bodies<T>(collection: string, owner: string): Soon<readonly T[]> {
    const known = this.#bodies.get(collection)?.get(owner);
    if (known !== undefined) return known as readonly T[];
    return after(this.list({ collection, owner }), (rows) => {
      const made = rows.map(({ body }) => body as T);
      remembered(this.#bodies, collection, () => new Map()).set(owner, made);
      return made;
    });
  }

  /** Everything that the store has of one owner, without what this unit has written. */
  owned(owner: string): Promise<readonly Row[]> {
    return this.#rows.owned(owner);
  }

  put(row: Row): void {
    this.#write(row.collection, row.id, { kind: 'put', row });
  }

  delete(collection: string, id: string): void {
    this.#write(collection, id, { kind: 'delete', collection, id });
  }

  /** Whether this unit changes a row. */
  isChanged(collection: string, id: string): boolean {
    return this.#changes.get(collection)?.has(id) === true;
  }

  /** A step of several begins: what it writes is taken back by what this answers. */
  mark(): () => void {
    this.#endStep();
    return () => {
      for (const { changes, id, before } of this.#recent.toReversed())
        if (before === undefined) changes.delete(id);
        else changes.set(id, before);
      this.#recent = [];
      this.#bodies.clear();
    };
  }

  /** Rows of a collection that this unit has put. */
  written(collection: string): readonly Row[] {
    const changes = this.#changes.get(collection);
    return changes === undefined ? [] : putRows(changes);
  }

  /** Those of them that were put since the mark, or ever where there is none. */
  recent(collection: string): readonly Row[] {
    const changes = this.#changes.get(collection);
    if (changes === undefined) return [];
    const rows: Row[] = [];
    let isWrittenAgain = false;
    for (const { changes: written, id, before } of this.#recent) {
      const change = written === changes ? changes.get(id) : undefined;
      if (change?.kind !== 'put') continue;
      rows.push(change.row);
      if (before !== undefined) isWrittenAgain = true;
    }
    return isWrittenAgain ? [...new Set(rows)] : rows;
  }

  /** Whether nothing would be written. */
  get isUntouched(): boolean {
    return this.#changes.size === 0 && this.#cleared === undefined;
  }

  /** Work inside this work: its commit writes here, and thrown away it leaves nothing. One item of a batch. */
  branch(): Unit {
    return new Unit({
      get: (collection, id) => this.row(collection, id),
      list: (selection) => this.list(selection),
      owned: (owner) => this.owned(owner),
      apply: async (changes) => {
        for (const change of changes)
          if (change.kind === 'put') this.put(change.row);
          else if (change.kind === 'delete') this.delete(change.collection, change.id);
          else this.clear(change.owner);
      },
    });
  }

  /** Drops everything of an owner. What this unit puts afterwards stays; it reads nothing of that owner any more. */
  clear(owner: string): void {
    for (const changes of this.#changes.values())
      for (const [id, change] of changes)
        if (change.kind === 'put' && change.row.owner === owner) changes.delete(id);
    this.#bodies.clear();
    this.#cleared = owner;
  }

  /** Forgets what this unit was about to write. */
  discard(): void {
    this.#changes.clear();
    this.#bodies.clear();
    this.#recent = [];
    if (this.#steps !== undefined) this.#steps.length = 0;
    this.#cleared = undefined;
  }

  async commit(): Promise<void> {
    if (this.isUntouched) return;
    const changes: Change[] =
      this.#cleared === undefined ? [] : [{ kind: 'clear', owner: this.#cleared }];
    for (const ofCollection of this.#changes.values()) changes.push(...ofCollection.values());
    this.#endStep();
    const isOfSteps = this.#cleared === undefined && (this.#steps?.length ?? 0) > 1;
    await this.#rows.apply(changes, isOfSteps ? this.#steps : undefined);
    this.discard();
  }

  #endStep(): void {
    if (this.#steps !== undefined && this.#recent.length > 0) {
      const written = new Set<RowChange>();
      for (const { changes, id } of this.#recent) {
        const change = changes.get(id);
        if (change !== undefined) written.add(change);
      }
      this.#steps.push([...written]);
    }
    this.#recent = [];
  }

  #write(collection: string, id: string, change: RowChange): void {
    const changes = remembered(this.#changes, collection, () => new Map<string, RowChange>());
    this.#bodies.delete(collection);
    this.#recent.push({ changes, id, before: changes.get(id) });
    changes.set(id, change);
  }
}

/** What becomes of one row. */
type RowChange = Exclude<Change, { readonly kind: 'clear' }>;

type Written = {
  readonly changes: Map<string, RowChange>;
  readonly id: string;
  readonly before: RowChange | undefined;
};

const putRows = (changes: ReadonlyMap<string, RowChange>): Row[] => {
  const rows: Row[] = [];
  for (const change of changes.values()) if (change.kind === 'put') rows.push(change.row);
  return rows;
};
