/** One fact about data. `pointer` is RFC 6901; a missing or unknown member is pointed to by its object. */
export type Issue = {
  readonly pointer: string;
  /** A JSON Schema keyword, a rule of the rule layer, a requirement id, or a fault of the bytes. */
  readonly rule: string;
  /** Never holds the offending value, but may hold the name of an unknown member. */
  readonly params: Readonly<Record<string, unknown>>;
};

/** What a judge says. A warning never changes the outcome. */
export type Verdict<T = unknown> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[]; readonly warnings: readonly Issue[] };
