import { moveReveal } from '../consignees/move-reveal.ts';
import type { StoredReveal } from '../consignees/stored-reveal.ts';
import { rowOf } from '../engine/lifecycle.ts';
import type { System, TimerHandler } from '../engine/system.ts';
import type { Unit } from '../store/unit.ts';

const move = async (system: System, unit: Unit, now: string, revealId: string, on: string) => {
  const reveal = await unit.get<StoredReveal>('reveal', revealId);
  const row = reveal && rowOf(system.lifecycle('reveal'), reveal.status, on);
  if (reveal === undefined || row === undefined) return;
  await moveReveal(system, unit, now, reveal, { status: row.to as StoredReveal['status'] });
};

export const revealExpires: TimerHandler = (system, unit, now, ref) =>
  move(system, unit, now, ref, 'LIFE_OVER');

export const revealApprovalOverdue: TimerHandler = (system, unit, now, ref) =>
  move(system, unit, now, ref, 'APPROVAL_OVERDUE');
