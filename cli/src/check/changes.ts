import type { Io } from '../io.ts';
import { readDocument } from './credentials.ts';

/** Milliseconds between two looks at what a system says of itself. */
const LOOK_EVERY = 1_000;

/** What made a run begin again. */
export type Change = 'DOCUMENT' | 'FILES' | 'KEY' | 'STOP';

/** Until the system answers discovery otherwise than before. */
const documentChanged = async (url: string, io: Io, ended: AbortSignal): Promise<Change> => {
  const before = (await readDocument(io, url))?.revision;
  while (!ended.aborted) {
    await io.sleep(LOOK_EVERY);
    const now = (await readDocument(io, url))?.revision;
    // a system that is being started again says nothing for a while
    if (now !== undefined && now !== before) return 'DOCUMENT';
  }
  return 'STOP';
};

/** Until there is a reason to run again: another revision, a changed file, a key, or the end. */
export const changed = async (
  watch: { readonly url: string; readonly paths: readonly string[] },
  stop: AbortSignal,
  io: Io,
): Promise<Change> => {
  const over = new AbortController();
  const stopped = new Promise<Change>((resolve) => {
    if (stop.aborted) resolve('STOP');
    // whoever watches waits many times on one signal: each wait takes its listener with it
    stop.addEventListener('abort', () => resolve('STOP'), { once: true, signal: over.signal });
  });
  try {
    return await Promise.race([
      documentChanged(watch.url, io, over.signal),
      ...(watch.paths.length === 0
        ? []
        : [io.changed(watch.paths, over.signal).then((): Change => 'FILES')]),
      ...(io.canBeAsked ? [io.keyPressed(over.signal).then((): Change => 'KEY')] : []),
      stopped,
    ]);
  } finally {
    over.abort();
  }
};
