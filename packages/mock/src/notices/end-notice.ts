import type { InterruptionNotice } from '@openwaybill/schemas';
import { cursorAfter } from '../engine/page.ts';
import type { System } from '../engine/system.ts';
import { releaseHeldDeliveries } from '../events/held.ts';
import { sequenceText } from '../events/outbox.ts';
import type { Unit } from '../store/unit.ts';
import { changeNotice, NOTICE_CLOSES, tellOfNotice } from './change-notice.ts';

/** Where the events of a tenant stood when an interruption began, and when that was. */
export type NoticeStart = { readonly sequence: number; readonly at?: string };

/** The number of the last event of a tenant. */
export const lastSequence = async (unit: Unit, tenant: string): Promise<number> =>
  (await unit.get<{ readonly last: number }>('sequence', tenant))?.last ?? 0;

/** Service is back: what waited leaves at once, and the account follows when it is to. */
export const restore = async (
  system: System,
  unit: Unit,
  now: string,
  tenant: string,
  notice: InterruptionNotice,
  closesAt: string,
): Promise<InterruptionNotice | undefined> => {
  const restored = await changeNotice(system, unit, now, tenant, notice, 'SERVICE_IS_BACK');
  if (restored === undefined) return undefined;
  await tellOfNotice(system, unit, now, tenant, restored);
  await releaseHeldDeliveries(system, unit, now, tenant);
  system.schedule(unit, {
    tenant,
    kind: NOTICE_CLOSES,
    ref: restored.noticeId,
    dueAt: closesAt,
  });
  return restored;
};

/** Says from where a replay has all that was held back. Nothing is ever lost here. */
export const closeNotice = async (
  system: System,
  unit: Unit,
  now: string,
  tenant: string,
  notice: InterruptionNotice,
): Promise<InterruptionNotice | undefined> => {
  const { noticeId } = notice;
  const start = (await unit.get<NoticeStart>('notice-start', noticeId)) ?? { sequence: 0 };
  const closed = await changeNotice(system, unit, now, tenant, notice, 'BACKLOG_REPLAYED');
  if (closed === undefined) return undefined;
  const sequence = sequenceText(start.sequence);
  await system.emit(unit, now, {
    type: 'org.openwaybill.continuity.interruption.closed',
    to: tenant,
    data: {
      noticeId,
      actualStartedAt: start.at ?? notice.detectedAt ?? notice.startsAt,
      // it was last changed when service came back
      actualEndedAt: notice.updatedAt,
      backlogEventCount: (await lastSequence(unit, tenant)) - start.sequence,
      replayCursor: cursorAfter({ createdAt: sequence, id: `${tenant}/${sequence}` }, now),
      lostEventCount: 0,
    },
  });
  return closed;
};
