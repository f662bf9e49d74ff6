import { text } from '../scenarios/scenario.ts';
import type { Stage } from './stage.ts';

/** Lets real time go by; the clock of the system's data may stand still meanwhile. */
export const linger = async (stage: Stage, milliseconds: number): Promise<void> => {
  await stage.await({ matches: () => false }, milliseconds);
};

/** Says that what comes due here was not waited for: whoever did not do it in less is not to be blamed. */
export const cutWait = (stage: Stage, milliseconds: number): void => {
  const seconds = milliseconds / 1000;
  stage.leaveOut(
    text(
      `A wait of ${seconds} s is longer than --max-wait allows`,
      `等待 ${seconds} 秒超出 --max-wait 上限`,
    ),
    'INTERRUPTED',
  );
};

/** Moves the clock of the system, or waits as long where it has none; a wait that the run has no patience for is not begun. */
export const pass = async (stage: Stage, by: string, milliseconds: number): Promise<void> => {
  if (stage.offers('CLOCK')) await stage.advance(by);
  else if (milliseconds > stage.run.maxWaitMilliseconds) cutWait(stage, milliseconds);
  else await linger(stage, milliseconds);
};
