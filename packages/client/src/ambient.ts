/** Everything that a client takes from its surroundings. Each is an argument; these are the defaults. */
export type Ambient = {
  readonly fetch: (request: Request) => Promise<Response>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** That many random bytes. */
  readonly random: (count: number) => Uint8Array;
  /** Ends after that many milliseconds, or earlier when the signal is aborted. It never rejects. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
};

/** The surroundings of a program that names none. `fetch` is looked up at each call, so that it can be intercepted. */
export const ambient: Ambient = {
  fetch: (request) => globalThis.fetch(request),
  now: () => Date.now(),
  random: (count) => crypto.getRandomValues(new Uint8Array(count)),
  wait: (milliseconds, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const timer = setTimeout(resolve, milliseconds);
      signal.addEventListener(
        'abort',
        () => {
          clearTimeout(timer);
          resolve();
        },
        { once: true },
      );
    }),
};
