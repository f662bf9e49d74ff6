/** Remembers what was handled, so that an event that comes again is not handled again. */
export type Seen = {
  readonly has: (key: string) => boolean | Promise<boolean>;
  /** `until` is in milliseconds since 1970; after it a sender has given up. */
  readonly add: (key: string, until: number) => void | Promise<void>;
};

/** A memory that a restart loses; one that is shared between processes is better. */
export const seenInMemory = (now: () => number): Seen => {
  const kept = new Map<string, number>();
  return {
    has: (key) => kept.has(key),
    add: (key, until) => {
      // added in the order of their ends, so that the first to end stand first
      for (const [old, end] of kept) {
        if (end > now()) break;
        kept.delete(old);
      }
      kept.set(key, until);
    },
  };
};
