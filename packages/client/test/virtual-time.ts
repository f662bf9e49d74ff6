import type { Ambient } from '../src/ambient.ts';

/** Tells the timer of an attempt from a pause between two. */
export const TIMEOUT_MILLISECONDS = 9_999;

/** Surroundings in which pauses take no time and are counted, and an attempt expires only when it is told to. */
export const virtualTime = (startsAt = Date.parse('2026-11-22T01:00:00Z')) => {
  const pauses: number[] = [];
  const timers: (() => void)[] = [];
  let at = startsAt;
  const surroundings = {
    now: () => at,
    random: (count) => new Uint8Array(count).fill(0xff),
    wait: async (milliseconds, signal) => {
      if (milliseconds !== TIMEOUT_MILLISECONDS) {
        pauses.push(milliseconds);
        at += milliseconds;
        return;
      }
      await new Promise<void>((resolve) => {
        timers.push(resolve);
        signal.addEventListener('abort', () => resolve(), { once: true });
      });
    },
  } satisfies Partial<Ambient>;
  return {
    ...surroundings,
    timeoutMilliseconds: TIMEOUT_MILLISECONDS,
    pauses,
    /** The time of every attempt that runs is up. */
    expire: (): void => {
      for (const end of timers.splice(0)) end();
    },
  };
};
