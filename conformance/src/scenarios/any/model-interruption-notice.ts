import { interruptionNotice } from '../../models/notice-walk.ts';
import type { Scenario } from '../../words.ts';
import { modelOfWalk } from '../model.ts';

/** The states of a notice, one after the other. */
export const modelInterruptionNotice: Scenario = {
  ...modelOfWalk(interruptionNotice),
  tier: 'C',
  needs: ['INTERRUPTIONS', 'CLOCK'],
  movesClock: true,
};
