/** A map whose keys are known and whose values are made when they are first asked for. */
export class LateMap<T> implements ReadonlyMap<string, T> {
  readonly #places: ReadonlyMap<string, number>;
  readonly #make: (at: number) => T;
  readonly #made = new Map<string, T>();

  constructor(keys: readonly string[], make: (at: number) => T) {
    this.#places = new Map(keys.map((key, at) => [key, at]));
    this.#make = make;
  }

  get size(): number {
    return this.#places.size;
  }

  has(key: string): boolean {
    return this.#places.has(key);
  }

  get(key: string): T | undefined {
    const at = this.#places.get(key);
    if (at === undefined) return undefined;
    const known = this.#made.get(key);
    if (known !== undefined) return known;
    const made = this.#make(at);
    this.#made.set(key, made);
    return made;
  }

  keys(): MapIterator<string> {
    return this.#places.keys();
  }

  *entries(): MapIterator<[string, T]> {
    for (const key of this.keys()) yield [key, this.get(key) as T];
  }

  *values(): MapIterator<T> {
    for (const [, value] of this.entries()) yield value;
  }

  [Symbol.iterator](): MapIterator<[string, T]> {
    return this.entries();
  }

  forEach(visit: (value: T, key: string, map: ReadonlyMap<string, T>) => void): void {
    for (const [key, value] of this.entries()) visit(value, key, this);
  }
}
