import { followRevealStages } from '../consignees/follow-parcel.ts';
import { partsOfWatch } from '../consignees/watch-stage.ts';
import type { TimerHandler } from '../engine/system.ts';

/** A parcel that we were told of has become closed by its age alone: what was granted about it follows. */
export const observedAge: TimerHandler = async (system, unit, now, ref) => {
  const { owner, waybillNo } = partsOfWatch(ref);
  await followRevealStages(system, unit, now, owner, waybillNo);
};
