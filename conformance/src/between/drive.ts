import type { Recorder } from '../transcript/recorder.ts';
import { type Hand, type Kept, STEPS } from './steps.ts';

/** Between two steps: what follows from one is still on its way. */
const QUIET = 500;

/** Brings two systems to speak with each other. What they say is seen by whoever stands between them. */
export const driveBetween = async (hand: Hand, { record }: Recorder): Promise<void> => {
  const kept: Kept = new Map();
  for (const { id, title, needs, run } of STEPS) {
    const lack = needs.find(([side, command]) => !hand.offers(side, command));
    if (lack !== undefined) {
      record({ kind: 'mark', scenario: id, title, edge: 'LEFT_OUT', reason: 'NO_FACILITY' });
      continue;
    }
    record({ kind: 'mark', scenario: id, title, edge: 'BEGIN' });
    const outcome = await run(hand, kept);
    await hand.wait(QUIET);
    record({
      kind: 'mark',
      scenario: id,
      title,
      edge: 'END',
      ...(outcome.state === 'WORKED' ? {} : { reason: `${outcome.state} ${outcome.why}` }),
    });
  }
};
