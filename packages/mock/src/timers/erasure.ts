import type { TimerHandler } from '../engine/system.ts';
import { erase, type StoredErasure } from '../erasures/erase.ts';

export const erasure: TimerHandler = async (system, unit, now, ref) => {
  const row = await unit.row('erasure', ref);
  if (row !== undefined) await erase(system, unit, now, row.owner, row.body as StoredErasure);
};
