import { isSelected } from './memory.ts';
import { inOrder } from './ordered-rows.ts';
import type { Change, Row, Rows, Selection } from './store.ts';

/**
 * The work of one command: reads see its own writes, and nothing is written before `commit`. Throw it away and nothing
 * has happened.
 */
export class Unit {
  readonly #rows: Rows;
  readonly #changes = new Map<string, Change>();

  constructor(rows: Rows) {
    this.#rows = rows;
  }

  /** The body of a row, or nothing. */
  async get<T>(collection: string, id: string): Promise<T | undefined> {
    return (await this.row(collection, id))?.body as T | undefined;
  }

  async row(collection: string, id: string): Promise<Row | undefined> {
    const change = this.#changes.size === 0 ? undefined : this.#changes.get(`${collection}/${id}`);
    if (change === undefined) return this.#rows.get(collection, id);
    return change.kind === 'put' ? change.row : undefined;
  }

  /** Whether nothing would be written. */
  get isUntouched(): boolean {
    return this.#changes.size === 0;
  }

  list(selection: Selection): Promise<readonly Row[]> {
    for (const one of this.#changes.values())
      if (collectionOf(one) === selection.collection) return this.#changedList(selection);
    return this.#rows.list(selection);
  }

  /** A list of a collection in which this unit has changed something. */
  async #changedList({ limit, ...selection }: Selection): Promise<readonly Row[]> {
    const changed = [...this.#changes.values()];
    const stored = await this.#rows.list(selection);
    return [
      ...stored.filter((row) => !this.#changes.has(`${row.collection}/${row.id}`)),
      ...changed.flatMap((one) =>
        one.kind === 'put' && isSelected(one.row, selection) ? [one.row] : [],
      ),
    ]
      .sort(inOrder)
      .slice(0, limit);
  }

  /** Everything that the store has of one owner, without what this unit has written. */
  owned(owner: string): Promise<readonly Row[]> {
    return this.#rows.owned(owner);
  }

  put(row: Row): void {
    this.#changes.set(`${row.collection}/${row.id}`, { kind: 'put', row });
  }

  delete(collection: string, id: string): void {
    this.#changes.set(`${collection}/${id}`, { kind: 'delete', collection, id });
  }

  /** Rows of a collection that this unit has put. */
  written(collection: string): readonly Row[] {
    return [...this.#changes.values()].flatMap((one) =>
      one.kind === 'put' && one.row.collection === collection ? [one.row] : [],
    );
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
    this.#changes.clear();
    this.#changes.set('', { kind: 'clear', owner });
  }

  /** Forgets what this unit was about to write. */
  discard(): void {
    this.#changes.clear();
  }

  async commit(): Promise<void> {
    if (this.#changes.size > 0) await this.#rows.apply([...this.#changes.values()]);
    this.#changes.clear();
  }
}

const collectionOf = (change: Change): string =>
  change.kind === 'put' ? change.row.collection : change.kind === 'delete' ? change.collection : '';
