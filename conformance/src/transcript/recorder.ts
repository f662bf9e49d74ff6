import type { Entry, Exchange } from './format.ts';

/** An entry before it has its number and instant. */
export type Draft = Entry extends infer E
  ? E extends Entry
    ? Omit<E, 'seq' | 'at'>
    : never
  : never;

/** The one place where a run writes down what happened, as it happens. */
export type Recorder = {
  readonly entries: readonly Entry[];
  /** Settles with the next entry. */
  readonly grown: () => Promise<void>;
  readonly record: <D extends Draft>(draft: D) => D & { readonly seq: number; readonly at: string };
};

export const createRecorder = (
  now: () => number,
  onEntry: (entry: Entry) => void = () => undefined,
): Recorder => {
  const entries: Entry[] = [];
  const waiting: (() => void)[] = [];
  return {
    entries,
    grown: () => new Promise((done) => void waiting.push(done)),
    record: (draft) => {
      const entry = { ...draft, seq: entries.length, at: new Date(now()).toISOString() };
      entries.push(entry as unknown as Entry);
      onEntry(entry as unknown as Entry);
      for (const wake of waiting.splice(0)) wake();
      return entry;
    },
  };
};

export type { Exchange };
