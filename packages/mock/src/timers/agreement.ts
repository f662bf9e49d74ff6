import type { Agreement } from '@openwaybill/schemas';
import { changeAgreement, TERMINATION_DUE } from '../agreements/change-agreement.ts';
import { DAY, instantOf } from '../engine/clock.ts';
import { rowOf } from '../engine/lifecycle.ts';
import type { System, TimerHandler } from '../engine/system.ts';
import { parcelsOf } from '../observed/parcels-of.ts';
import type { Unit } from '../store/unit.ts';

const move = async (
  system: System,
  unit: Unit,
  now: string,
  agreementId: string,
  on: string,
  guards = {},
): Promise<boolean> => {
  const row = await unit.row('agreement', agreementId);
  if (row === undefined) return true;
  const agreement = row.body as Agreement;
  const transition = rowOf(system.lifecycle('agreement'), agreement.status, on, guards);
  if (transition === undefined) return false;
  const after = { ...agreement, status: transition.to as Agreement['status'] };
  await changeAgreement(system, unit, now, row.owner, agreement, after);
  return true;
};

export const agreementEffective: TimerHandler = async (system, unit, now, ref) => {
  await move(system, unit, now, ref, 'EFFECTIVE_FROM');
};

export const agreementExpires: TimerHandler = async (system, unit, now, ref) => {
  await move(system, unit, now, ref, 'EFFECTIVE_TO');
};

/** The day of a termination came: it is done once no parcel is in flight, else looked at again a day later. */
export const agreementEnds: TimerHandler = async (system, unit, now, ref) => {
  const row = await unit.row('agreement', ref);
  if (row === undefined) return;
  const parcels = await parcelsOf(system, unit, row.owner, now);
  const isDrained = parcels.every(({ terminal }) => terminal);
  await move(system, unit, now, ref, 'TERMINATION_DUE', { DRAINED: isDrained });
  if (isDrained) return;
  const dueAt = instantOf(Date.parse(now) + DAY);
  system.schedule(unit, { tenant: row.owner, kind: TERMINATION_DUE, ref, dueAt });
};

/** An agreement that ended is kept as a record, with the assessment of its impact, and then no more. */
export const agreementRetention: TimerHandler = async (_, unit, __, ref) => {
  for (const collection of ['agreement', 'agreement-side']) unit.delete(collection, ref);
};
