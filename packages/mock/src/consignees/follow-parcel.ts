import { rowOf } from '../engine/lifecycle.ts';
import type { System } from '../engine/system.ts';
import { findBoundWaybill } from '../observed/bind-waybill.ts';
import type { Unit } from '../store/unit.ts';
import { limitAt } from './gates.ts';
import { moveReveal } from './move-reveal.ts';
import { type Standing, standingOf } from './standing.ts';
import { endBindings, isCutOff } from './stored-binding.ts';
import { revealsOfParcel, type StoredReveal } from './stored-reveal.ts';

/** Where two rows fit one moment, a revocation wins. */
const followOne = async (
  system: System,
  unit: Unit,
  now: string,
  reveal: StoredReveal,
  standing: Standing,
): Promise<void> => {
  const lifecycle = system.lifecycle('reveal');
  const revoked = standing.isTerminal
    ? rowOf(lifecycle, reveal.status, 'PARCEL_TERMINAL', {
        FULFILMENT_PURPOSE: reveal.purpose.startsWith('FULFIL_'),
      })
    : undefined;
  const holds = limitAt(reveal, standing) !== undefined;
  const row = revoked ?? (holds ? undefined : rowOf(lifecycle, reveal.status, 'STAGE_LEFT'));
  if (row !== undefined)
    await moveReveal(system, unit, now, reveal, { status: row.to as StoredReveal['status'] });
};

/** Grants and ways to reach the person follow the stage of their parcel, whoever has them. */
export const followRevealStages = async (
  system: System,
  unit: Unit,
  now: string,
  owner: string,
  waybillNo: string,
): Promise<void> => {
  const bound = await findBoundWaybill(unit, owner, waybillNo);
  const standing = bound && (await standingOf(unit, bound.orderNo, now, waybillNo));
  if (bound === undefined || standing === undefined) return;
  for (const reveal of await revealsOfParcel(unit, bound.orderNo, waybillNo))
    await followOne(system, unit, now, reveal, standing);
  if (isCutOff(standing, now))
    await endBindings(unit, now, bound.orderNo, (binding) => binding.waybillNo === waybillNo);
};
