import type { Io } from '../io.ts';

/** The same world with a clock that goes several times faster: what waits an hour waits some minutes. */
export const hastened = (io: Io, pace: number): Io => {
  const start = io.now();
  const from = io.elapsed();
  return {
    ...io,
    now: () => Math.floor(start + (io.elapsed() - from) * pace),
    sleep: (milliseconds) => io.sleep(milliseconds / pace),
    deadline: (milliseconds) => io.deadline(milliseconds / pace),
  };
};
