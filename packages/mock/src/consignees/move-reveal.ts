import { type AuditKind, record } from '../audit/log.ts';
import type { Counterparty } from '../engine/options.ts';
import type { System } from '../engine/system.ts';
import type { Unit } from '../store/unit.ts';
import { putReveal, type StoredReveal } from './stored-reveal.ts';

/** Timers of a reveal, by kind. */
export const REVEAL_EXPIRES = 'reveal-expires';
export const APPROVAL_OVERDUE = 'reveal-approval-overdue';

const KINDS: Readonly<Partial<Record<StoredReveal['status'], AuditKind>>> = {
  GRANTED: 'REVEAL_GRANTED',
  DENIED: 'REVEAL_DENIED',
  EXPIRED: 'REVEAL_EXPIRED',
  REVOKED: 'REVEAL_REVOKED',
};

/** Stores a reveal in its next state, writes it into the log and tells the requester. */
export const moveReveal = async (
  system: System,
  unit: Unit,
  now: string,
  before: StoredReveal,
  change: Partial<StoredReveal>,
): Promise<StoredReveal> => {
  const after: StoredReveal = { ...before, ...change };
  putReveal(unit, now, after);
  if (after.status === before.status) return after;
  const by = system.counterparty(after.owner) as Counterparty;
  const kind = KINDS[after.status];
  if (kind !== undefined)
    await record(system, unit, now, {
      kind,
      by,
      purpose: after.purpose,
      fields: after.fields,
      revealId: after.revealId,
      ...(after.consigneeRef === undefined ? {} : { consigneeRef: after.consigneeRef }),
      ...(after.actorId === undefined ? {} : { actorId: after.actorId }),
    });
  await tellOfReveal(system, unit, now, after, before.status);
  return after;
};

/** Ids, statuses and instants, and nothing else. */
export const tellOfReveal = (
  system: System,
  unit: Unit,
  now: string,
  { revealId, waybillNo, owner, status }: StoredReveal,
  fromStatus?: string,
): Promise<void> =>
  system.emit(unit, now, {
    type: 'org.openwaybill.consignee.reveal.changed',
    to: owner,
    data: {
      revealId,
      waybillNo,
      ...(fromStatus === undefined ? {} : { fromStatus }),
      toStatus: status,
      occurredAt: now,
    },
  });
