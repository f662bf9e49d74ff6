import type { PrivacyKind } from '@openwaybill/schemas';

/** What stands in a log, a message or a screen in place of a personal value. */
export const PERSONAL = '[personal]';

/**
 * Holds a personal value, as a rule a text, so that no log, template or serialiser shows it: only `expose()` gives the
 * value, and is easy to look for in a review.
 */
export class Plain<K extends PrivacyKind = PrivacyKind, V = string> {
  readonly kind: K;
  readonly #value: V;

  constructor(kind: K, value: V) {
    this.kind = kind;
    this.#value = value;
  }

  expose(): V {
    return this.#value;
  }

  toString(): string {
    return PERSONAL;
  }

  toJSON(): string {
    return PERSONAL;
  }

  /** What `util.inspect` and the console of Node print. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return PERSONAL;
  }
}
