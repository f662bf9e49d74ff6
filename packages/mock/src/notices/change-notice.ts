import { type InterruptionNotice, leadSecondsOf } from '@openwaybill/schemas';
import { rowOf } from '../engine/lifecycle.ts';
import { revised } from '../engine/revision.ts';
import type { System } from '../engine/system.ts';
import { resourceRow } from '../store/resource.ts';
import type { Soon } from '../store/soon.ts';
import type { Unit } from '../store/unit.ts';

/** Timers of a notice, by kind. */
export const NOTICE_STARTS = 'notice-starts';
export const NOTICE_ENDS = 'notice-ends';
export const NOTICE_CLOSES = 'notice-closes';

/** The notice in the state that the table names for a cause, one revision on; nothing where it names none. */
export const changeNotice = async (
  system: System,
  unit: Unit,
  now: string,
  tenant: string,
  notice: InterruptionNotice,
  on: string,
  change: Partial<InterruptionNotice> = {},
  guards: Readonly<Record<string, boolean>> = {},
): Promise<InterruptionNotice | undefined> => {
  const row = rowOf(system.lifecycle('interruption-notice'), notice.status, on, guards);
  if (row === undefined) return undefined;
  const status = row.to === 'SAME' ? notice.status : (row.to as InterruptionNotice['status']);
  const after = revised<InterruptionNotice>(notice, { ...change, status }, now);
  unit.put(resourceRow('notice', after.noticeId, tenant, after));
  return after;
};

/** From now on the counterparty sees it: the lead time counts from here. */
export const issue = async (
  system: System,
  unit: Unit,
  now: string,
  tenant: string,
  notice: InterruptionNotice,
): Promise<void> => {
  const issued = await changeNotice(
    system,
    unit,
    now,
    tenant,
    notice,
    'ISSUE',
    { issuedAt: now, leadSeconds: leadSecondsOf(notice.startsAt, now) },
    { NO_PRE_REPORT_DUE_AND_LEAD_TIME_KEPT: true, LEAD_TIME_KEPT: true },
  );
  if (issued === undefined) return;
  system.schedule(unit, {
    tenant,
    kind: NOTICE_STARTS,
    ref: issued.noticeId,
    dueAt: issued.startsAt,
  });
  await system.emit(unit, now, {
    type: 'org.openwaybill.continuity.interruption.noticed',
    to: tenant,
    data: issued,
  });
};

/** Tells the counterparty of a change after the issue. */
export const tellOfNotice = (
  system: System,
  unit: Unit,
  now: string,
  tenant: string,
  { noticeId, revision, status, expectedEndsAt }: InterruptionNotice,
): Soon<void> =>
  system.emit(unit, now, {
    type: 'org.openwaybill.continuity.interruption.updated',
    to: tenant,
    data: {
      noticeId,
      revision,
      status,
      ...(expectedEndsAt === undefined ? {} : { expectedEndsAt }),
      occurredAt: now,
    },
  });
