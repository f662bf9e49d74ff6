import type { Ambient } from '../ambient.ts';

export type Attempt =
  | { readonly response: Response; readonly text: string }
  | { readonly failure: 'NO_ANSWER' | 'TIMED_OUT'; readonly cause: unknown };

/**
 * One request and the whole of its answer, within the given time. Throws the reason of the caller's signal when that
 * ended it.
 */
export const attempt = async (
  makeRequest: (signal: AbortSignal) => Request | Promise<Request>,
  by: Pick<Ambient, 'fetch' | 'wait'>,
  timeoutMilliseconds: number,
  signal: AbortSignal | undefined,
): Promise<Attempt> => {
  signal?.throwIfAborted();
  const ended = new AbortController();
  const finished = new AbortController();
  let late = false;
  const cancel = (): void => ended.abort(signal?.reason);
  signal?.addEventListener('abort', cancel, { once: true });
  const expiry = async (): Promise<void> => {
    await by.wait(timeoutMilliseconds, finished.signal);
    if (finished.signal.aborted) return;
    late = true;
    ended.abort();
  };
  const timer = expiry();
  try {
    const response = await by.fetch(await makeRequest(ended.signal));
    return { response, text: await response.text() };
  } catch (cause) {
    signal?.throwIfAborted();
    return { failure: late ? 'TIMED_OUT' : 'NO_ANSWER', cause };
  } finally {
    signal?.removeEventListener('abort', cancel);
    finished.abort();
    await timer;
  }
};
