import type { InterruptionNotice } from '@openwaybill/schemas';
import { HOUR, instantOf } from '../engine/clock.ts';
import { stateIllegal } from '../engine/lifecycle.ts';
import { Refusal } from '../engine/refusal.ts';
import type { System } from '../engine/system.ts';
import type { Unit } from '../store/unit.ts';
import { announce } from './announce.ts';
import {
  changeNotice,
  NOTICE_CLOSES,
  NOTICE_ENDS,
  NOTICE_STARTS,
  tellOfNotice,
} from './change-notice.ts';
import { closeNotice, restore } from './end-notice.ts';
import { isSeen } from './is-seen.ts';

/** The noun of the path of notices. */
export const NOTICES = 'interruption-notices';

/** How long a service that came back before its time is watched, before its interruption is accounted for. */
const WATCHED = HOUR / 4;

type Happens = {
  readonly system: System;
  readonly unit: Unit;
  readonly now: string;
  readonly tenant: string;
  readonly notice: InterruptionNotice;
};
/** What follows from a fact; nothing where the table does not name it from the state of the notice. */
type Follows = (happens: Happens) => Promise<unknown>;

const moved = async (
  { system, unit, now, tenant, notice }: Happens,
  fact: string,
  change: Partial<InterruptionNotice> = {},
): Promise<InterruptionNotice | undefined> => {
  const after = await changeNotice(system, unit, now, tenant, notice, fact, change);
  if (after !== undefined && isSeen(after)) await tellOfNotice(system, unit, now, tenant, after);
  return after;
};

const set = ({ system, unit, tenant, notice }: Happens, kind: string, dueAt?: string): void => {
  const timer = { tenant, kind, ref: notice.noticeId };
  if (dueAt === undefined) system.unschedule(unit, timer);
  else system.schedule(unit, { ...timer, dueAt });
};

/** It neither begins nor ends any more. */
const forget = (happens: Happens): void => {
  for (const kind of [NOTICE_STARTS, NOTICE_ENDS]) set(happens, kind);
};

/** How long it was to last; one that ends the cooperation names no end. */
const durationOf = ({ startsAt, expectedEndsAt }: InterruptionNotice): string =>
  expectedEndsAt === undefined
    ? 'PT1H'
    : `PT${(Date.parse(expectedEndsAt) - Date.parse(startsAt)) / 1000}S`;

const FACTS: Readonly<Record<string, Follows>> = {
  UPDATE: async (happens) => {
    const { expectedEndsAt: former } = happens.notice;
    if (former === undefined) return moved(happens, 'UPDATE');
    const expectedEndsAt = instantOf(Date.parse(former) + HOUR);
    const after = await moved(happens, 'UPDATE', { expectedEndsAt });
    if (after !== undefined) set(happens, NOTICE_ENDS, expectedEndsAt);
    return after;
  },
  WITHDRAW: async (happens) => {
    const after = await moved(happens, 'WITHDRAW');
    if (after !== undefined) forget(happens);
    return after;
  },
  NAMED_BY_SUPERSEDING_NOTICE: async (happens) => {
    const { system, unit, now, tenant, notice } = happens;
    const after = await moved(happens, 'NAMED_BY_SUPERSEDING_NOTICE');
    if (after === undefined) return undefined;
    forget(happens);
    await announce(
      system,
      unit,
      now,
      tenant,
      {
        noticeClass: notice.noticeClass,
        modules: notice.scope.modules,
        duration: durationOf(notice),
        riskLevel: notice.riskLevel,
      },
      notice.noticeId,
    );
    return after;
  },
  SERVICE_IS_BACK: async ({ system, unit, now, tenant, notice }) =>
    restore(system, unit, now, tenant, notice, instantOf(Date.parse(now) + WATCHED)),
  BACKLOG_REPLAYED: async ({ system, unit, now, tenant, notice }) =>
    closeNotice(system, unit, now, tenant, notice),
  INTERRUPTION_RETURNS: async (happens) => {
    const { now, notice } = happens;
    const expectedEndsAt = instantOf(
      Math.max(Date.parse(notice.expectedEndsAt ?? now), Date.parse(now) + HOUR),
    );
    const after = await moved(happens, 'INTERRUPTION_RETURNS', { expectedEndsAt });
    if (after === undefined) return undefined;
    set(happens, NOTICE_CLOSES);
    set(happens, NOTICE_ENDS, expectedEndsAt);
    return after;
  },
};

/** What the party that owns a notice decides or observes of it happens now; what its table does not name is refused. */
export const causeNoticeFact = async (
  system: System,
  unit: Unit,
  now: string,
  tenant: string,
  noticeId: string,
  fact: string,
): Promise<void> => {
  const row = await unit.row('notice', noticeId);
  if (row === undefined || row.owner !== tenant) throw new Refusal('NOT_FOUND');
  const notice = row.body as InterruptionNotice;
  const after = await FACTS[fact]?.({ system, unit, now, tenant, notice });
  if (after === undefined) throw stateIllegal(notice.status, fact);
};
