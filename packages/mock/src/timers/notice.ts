import type { InterruptionNotice } from '@openwaybill/schemas';
import type { TimerHandler } from '../engine/system.ts';
import { changeNotice, tellOfNotice } from '../notices/change-notice.ts';
import { closeNotice, lastSequence, restore } from '../notices/end-notice.ts';
import { recordRow } from '../store/resource.ts';
import type { Unit } from '../store/unit.ts';

const find = async (unit: Unit, noticeId: string) => {
  const row = await unit.row('notice', noticeId);
  return row === undefined
    ? undefined
    : { tenant: row.owner, notice: row.body as InterruptionNotice };
};

/** `startsAt` is reached; from here on the sequence numbers of the backlog are counted. */
export const noticeStarts: TimerHandler = async (system, unit, now, ref) => {
  const found = await find(unit, ref);
  if (found === undefined) return;
  const { tenant, notice } = found;
  const begun = await changeNotice(system, unit, now, tenant, notice, 'STARTS_AT_REACHED');
  if (begun === undefined) return;
  await tellOfNotice(system, unit, now, tenant, begun);
  const sequence = await lastSequence(unit, tenant);
  unit.put(recordRow('notice-start', ref, tenant, now, { sequence, at: now }));
};

/** The end that was announced: the account follows at once. */
export const noticeEnds: TimerHandler = async (system, unit, now, ref) => {
  const found = await find(unit, ref);
  if (found !== undefined) await restore(system, unit, now, found.tenant, found.notice, now);
};

export const noticeCloses: TimerHandler = async (system, unit, now, ref) => {
  const found = await find(unit, ref);
  if (found !== undefined) await closeNotice(system, unit, now, found.tenant, found.notice);
};
