import type { PrivacyKind } from '@openwaybill/schemas';

/** What stands in a log, a message or a screen in place of a personal value. */
export const PERSONAL = '[personal]';

/**
 * Holds a personal text so that no log, template or serialiser shows it: only `expose()` gives the text, and is
 * easy to look for in a review.
 */
export class Plain<K extends PrivacyKind = PrivacyKind> {
  readonly kind: K;
  readonly #text: string;

  constructor(kind: K, text: string) {
    this.kind = kind;
    this.#text = text;
  }

  expose(): string {
    return this.#text;
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
