import type { InterruptionNotice } from '@openwaybill/schemas';
import { cursorAfter } from '../engine/page.ts';
import type { System, TimerHandler } from '../engine/system.ts';
import { releaseHeldDeliveries } from '../events/held.ts';
import { sequenceText } from '../events/outbox.ts';
import { changeNotice, NOTICE_CLOSES, tellOfNotice } from '../notices/change-notice.ts';
import { recordRow } from '../store/resource.ts';
import type { Unit } from '../store/unit.ts';

type Start = { readonly sequence: number; readonly at?: string };

const find = async (unit: Unit, noticeId: string) => {
  const row = await unit.row('notice', noticeId);
  return row === undefined
    ? undefined
    : { tenant: row.owner, notice: row.body as InterruptionNotice };
};

const lastSequence = async (unit: Unit, tenant: string): Promise<number> =>
  (await unit.get<{ readonly last: number }>('sequence', tenant))?.last ?? 0;

const change = async (system: System, unit: Unit, now: string, noticeId: string, on: string) => {
  const found = await find(unit, noticeId);
  if (found === undefined) return undefined;
  const { tenant, notice } = found;
  const after = await changeNotice(system, unit, now, tenant, notice, on);
  if (after === undefined) return undefined;
  await tellOfNotice(system, unit, now, tenant, after);
  return { tenant, notice: after };
};

/** `startsAt` is reached; from here on the sequence numbers of the backlog are counted. */
export const noticeStarts: TimerHandler = async (system, unit, now, ref) => {
  const changed = await change(system, unit, now, ref, 'STARTS_AT_REACHED');
  if (changed === undefined) return;
  const sequence = await lastSequence(unit, changed.tenant);
  unit.put(recordRow('notice-start', ref, changed.tenant, now, { sequence, at: now }));
};

/** Service is back: what waited leaves at once, and the account follows. */
export const noticeEnds: TimerHandler = async (system, unit, now, ref) => {
  const changed = await change(system, unit, now, ref, 'SERVICE_IS_BACK');
  if (changed === undefined) return;
  const { tenant } = changed;
  await releaseHeldDeliveries(system, unit, now, tenant);
  system.schedule(unit, { tenant, kind: NOTICE_CLOSES, ref, dueAt: now });
};

/** Says from where a replay has all that was held back. Nothing is ever lost here. */
export const noticeCloses: TimerHandler = async (system, unit, now, ref) => {
  const found = await find(unit, ref);
  if (found === undefined) return;
  const { tenant, notice } = found;
  const start = (await unit.get<Start>('notice-start', ref)) ?? { sequence: 0 };
  const closed = await changeNotice(system, unit, now, tenant, notice, 'BACKLOG_REPLAYED');
  if (closed === undefined) return;
  const sequence = sequenceText(start.sequence);
  await system.emit(unit, now, {
    type: 'org.openwaybill.continuity.interruption.closed',
    to: tenant,
    data: {
      noticeId: ref,
      actualStartedAt: start.at ?? notice.detectedAt ?? notice.startsAt,
      actualEndedAt: now,
      backlogEventCount: (await lastSequence(unit, tenant)) - start.sequence,
      replayCursor: cursorAfter({ createdAt: sequence, id: `${tenant}/${sequence}` }, now),
      lostEventCount: 0,
    },
  });
};
