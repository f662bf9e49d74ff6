import type { TimerHandler } from '../engine/system.ts';
import { erase, type StoredErasure } from '../erasures/erase.ts';

export const erasure: TimerHandler = async (system, unit, now, ref) => {
  const row = await unit.row('erasure', ref);
  const { request, receipt } = (row?.body ?? {}) as Partial<StoredErasure>;
  if (row !== undefined && request !== undefined && receipt !== undefined)
    await erase(system, unit, now, row.owner, { request, receipt });
};
