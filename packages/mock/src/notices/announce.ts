import {
  type InterruptionNotice,
  isPreReportDue,
  LEAD_TIMES,
  leadSecondsOf,
  type TestInterruption,
} from '@openwaybill/schemas';
import { addressOf, hasToldAddress } from '../engine/address.ts';
import { DAY, instantOf, millisecondsOf } from '../engine/clock.ts';
import { randomId, uuid7 } from '../engine/invent.ts';
import { rowOf } from '../engine/lifecycle.ts';
import type { Counterparty } from '../engine/options.ts';
import { ruleViolated } from '../engine/refusal.ts';
import type { System } from '../engine/system.ts';
import { recordRow, resourceRow } from '../store/resource.ts';
import type { Unit } from '../store/unit.ts';
import { issue, NOTICE_ENDS } from './change-notice.ts';
import { lastSequence } from './end-notice.ts';
import { preReport } from './pre-report.ts';

const DRAIN_AFTER = 7 * DAY;

const FALLBACKS = {
  PLANNED: 'POLL',
  UNPLANNED: 'CACHED',
  RESTRICTION: 'POLL',
  TERMINATION: 'FILE',
} as const;
const REASONS = {
  PLANNED: 'MAINTENANCE',
  UNPLANNED: 'NETWORK',
  RESTRICTION: 'CAPACITY',
  TERMINATION: 'DISPUTE',
} as const;

/** The shortest legal start of a class, counted from now. */
const earliest = (noticeClass: InterruptionNotice['noticeClass'], now: number): number => {
  const lead = LEAD_TIMES[noticeClass];
  return 'beforeStartSeconds' in lead ? now + lead.beforeStartSeconds * 1000 : now;
};

/** The regulator that is reported to: in a sandbox there may be several, and one that told its address is there. */
const regulatorOf = async (system: System, unit: Unit): Promise<Counterparty | undefined> => {
  const regulators = system.options.counterparties.filter(({ role }) => role === 'regulator');
  for (const one of regulators) if (await hasToldAddress(unit, one)) return addressOf(unit, one);
  return regulators.find(({ baseUrl }) => baseUrl !== undefined);
};

/**
 * Announces an interruption to one counterparty and sets everything that follows from it on the clock: start, end,
 * account. What needs a pre-report is a draft until the regulator has it.
 */
export const announce = async (
  system: System,
  unit: Unit,
  now: string,
  tenant: string,
  { noticeClass, modules, duration, startsAt, riskLevel = 'LOW' }: TestInterruption,
  supersedesNoticeId?: InterruptionNotice['noticeId'],
): Promise<string> => {
  const at = Date.parse(now);
  const isUnplanned = noticeClass === 'UNPLANNED';
  const start = startsAt === undefined ? earliest(noticeClass, at) : Date.parse(startsAt);
  if (isUnplanned ? start > at : start < earliest(noticeClass, at))
    throw ruleViolated('/startsAt', 'CTY-002');
  const end = start + millisecondsOf(duration);
  const needsPreReport = isPreReportDue({ noticeClass, riskLevel });
  const regulator = await regulatorOf(system, unit);
  if (needsPreReport && regulator === undefined) throw ruleViolated('/riskLevel', 'CTY-005');
  const lifecycle = system.lifecycle('interruption-notice');
  const first = isUnplanned
    ? rowOf(lifecycle, undefined, 'UNPLANNED_INTERRUPTION_DETECTED', {
        NOTICE_WITHIN_15_MINUTES: true,
      })
    : rowOf(lifecycle, undefined, 'DRAFT_MADE');
  if (first === undefined) throw new Error('the table has no first state of a notice');
  const notice: InterruptionNotice = {
    noticeId: randomId(system.random, 'ntc_'),
    noticeClass,
    status: first.to as InterruptionNotice['status'],
    scope: { modules },
    startsAt: instantOf(start),
    ...(noticeClass === 'TERMINATION'
      ? { drainUntilAt: instantOf(Math.max(start, at) + DRAIN_AFTER) }
      : { expectedEndsAt: instantOf(end) }),
    ...(isUnplanned ? { detectedAt: now, issuedAt: now } : {}),
    leadSeconds: leadSecondsOf(instantOf(start), now),
    reason: REASONS[noticeClass],
    fallback: FALLBACKS[noticeClass],
    riskLevel,
    ...(needsPreReport ? { assessmentId: uuid7(system.random, at) } : {}),
    ...(supersedesNoticeId === undefined ? {} : { supersedesNoticeId }),
    contactDesk: { name: '数据接口值班台', phone: '400-000-0000', url: 'https://desk.example/' },
    revision: 1,
    createdAt: now,
    updatedAt: now,
  };
  unit.put(resourceRow('notice', notice.noticeId, tenant, notice));
  if (noticeClass !== 'TERMINATION')
    system.schedule(unit, {
      tenant,
      kind: NOTICE_ENDS,
      ref: notice.noticeId,
      dueAt: instantOf(end),
    });
  unit.put(
    recordRow('notice-start', notice.noticeId, tenant, now, {
      sequence: await lastSequence(unit, tenant),
    }),
  );
  if (isUnplanned)
    await system.emit(unit, now, {
      type: 'org.openwaybill.continuity.interruption.noticed',
      to: tenant,
      data: notice,
    });
  else if (regulator === undefined || !needsPreReport)
    await issue(system, unit, now, tenant, notice);
  else preReport(system, tenant, regulator, notice);
  return notice.noticeId;
};
