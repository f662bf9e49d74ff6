import { rowOf } from '../engine/lifecycle.ts';
import type { System } from '../engine/system.ts';
import type { Unit } from '../store/unit.ts';
import { moveReveal } from './move-reveal.ts';
import type { StoredReveal } from './stored-reveal.ts';

/** A refund, a complaint, a breach, the end of an agreement or an objection ends grants that were in use. */
export const withdrawReveals = async (
  system: System,
  unit: Unit,
  now: string,
  reveals: readonly StoredReveal[],
): Promise<void> => {
  for (const reveal of reveals) {
    const row = rowOf(system.lifecycle('reveal'), reveal.status, 'WITHDRAWN', {
      REASON_TO_WITHDRAW: true,
    });
    if (row !== undefined)
      await moveReveal(system, unit, now, reveal, { status: row.to as StoredReveal['status'] });
  }
};
