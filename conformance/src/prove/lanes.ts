/** A piece of work that may have to wait for another. */
export type Piece<T> = {
  readonly key: string;
  /** The key of the piece that must be done before. */
  readonly after?: string;
  readonly start: () => Promise<T>;
};

/**
 * Does pieces side by side, in their order as far as they need not wait; nothing, where `stop` came first. A piece that
 * fails ends it all.
 */
export const inLanes = async <T>(
  pieces: readonly Piece<T>[],
  lanes: number,
  stop: Promise<unknown>,
  onDone: (key: string, done: T) => Promise<void>,
): Promise<'DONE' | 'STOPPED'> => {
  const left = [...pieces];
  const ready = new Set<string>();
  const running = new Set<Promise<void>>();
  let isStopped = false;
  const stopped = stop.then(() => {
    isStopped = true;
  });
  while (left.length > 0 || running.size > 0) {
    const at =
      running.size < lanes
        ? left.findIndex(({ after }) => after === undefined || ready.has(after))
        : -1;
    const [next] = at < 0 ? [] : left.splice(at, 1);
    if (next === undefined) {
      if (running.size === 0) throw new Error(`${left[0]?.key} waits for what nobody does`);
      await Promise.race([...running, stopped]);
      if (isStopped) return 'STOPPED';
      continue;
    }
    const one: Promise<void> = next
      .start()
      .then(async (done) => {
        await onDone(next.key, done);
        ready.add(next.key);
      })
      .finally(() => running.delete(one));
    running.add(one);
  }
  return 'DONE';
};
