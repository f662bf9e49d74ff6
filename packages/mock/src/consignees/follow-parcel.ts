import { PURPOSE_LIMITS } from '@openwaybill/schemas';
import { rowOf } from '../engine/lifecycle.ts';
import type { System } from '../engine/system.ts';
import type { Unit } from '../store/unit.ts';
import { moveReveal } from './move-reveal.ts';
import { standingOf } from './standing.ts';
import { revealsOfParcel, type StoredReveal } from './stored-reveal.ts';

/** Grants follow the stage of their parcel. Where two rows fit one moment, a revocation wins. */
export const followRevealStages = async (
  system: System,
  unit: Unit,
  now: string,
  owner: string,
  waybillNo: string,
): Promise<void> => {
  const lifecycle = system.lifecycle('reveal');
  for (const reveal of await revealsOfParcel(unit, owner, waybillNo)) {
    const standing = await standingOf(unit, reveal.orderNo, now, waybillNo);
    if (standing === undefined) continue;
    const revoked = standing.isTerminal
      ? rowOf(lifecycle, reveal.status, 'PARCEL_TERMINAL', {
          FULFILMENT_PURPOSE: reveal.purpose.startsWith('FULFIL_'),
        })
      : undefined;
    const holds = PURPOSE_LIMITS.some(
      ({ purpose, stages, afterSales }) =>
        purpose === reveal.purpose &&
        (stages.includes(standing.stage) || (afterSales === true && standing.isAfterSales)),
    );
    const row = revoked ?? (holds ? undefined : rowOf(lifecycle, reveal.status, 'STAGE_LEFT'));
    if (row !== undefined)
      await moveReveal(system, unit, now, reveal, { status: row.to as StoredReveal['status'] });
  }
};
