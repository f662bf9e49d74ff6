import type { Stage } from './stage.ts';

/** Lets real time go by; the clock of the system's data may stand still meanwhile. */
export const linger = async (stage: Stage, milliseconds: number): Promise<void> => {
  await stage.await({ matches: () => false }, milliseconds);
};

/** Moves the clock of the system, or waits as long where it has none, as far as the run has patience. */
export const pass = async (stage: Stage, by: string, milliseconds: number): Promise<void> => {
  if (stage.offers('CLOCK')) await stage.advance(by);
  else await linger(stage, Math.min(milliseconds, stage.run.maxWaitMilliseconds));
};
