import { type AuditFact, type AuditKind, note } from '../audit/log.ts';
import type { Counterparty } from '../engine/options.ts';
import type { System } from '../engine/system.ts';
import type { Soon } from '../store/soon.ts';
import type { Unit } from '../store/unit.ts';
import { refOf } from './gates.ts';
import { releaseNumber } from './number-pool.ts';
import { endBindings } from './stored-binding.ts';
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
const ENDED: readonly string[] = ['DENIED', 'EXPIRED', 'REVOKED'];

/** What an entry of the log says of a reveal, whatever happened to it. */
export const factOf = (
  reveal: Omit<StoredReveal, 'auditReceipt'>,
  by: Counterparty,
): Omit<AuditFact, 'kind'> => {
  const { purpose, fields, revealId, actorId } = reveal;
  const ref = refOf(reveal);
  return {
    by,
    purpose,
    fields,
    revealId,
    ...(ref === undefined ? {} : { consigneeRef: ref }),
    ...(actorId === undefined ? {} : { actorId }),
  };
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
  const kind = KINDS[after.status];
  const owner = system.counterparty(after.owner);
  if (kind !== undefined && owner !== undefined) {
    const { facet: _, ...party } = owner;
    const by = after.facet === undefined ? party : { ...party, facet: after.facet };
    await note(system, unit, now, { kind, ...factOf(after, by) });
  }
  if (ENDED.includes(after.status) && after.phone !== undefined)
    await releaseNumber(unit, now, after.phone);
  if (after.status === 'REVOKED')
    await endBindings(
      unit,
      now,
      after.orderNo,
      (binding) =>
        binding.owner === after.owner &&
        binding.waybillNo === after.waybillNo &&
        binding.purpose === after.purpose,
    );
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
): Soon<void> =>
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
