import type { RevealRequest } from '@openwaybill/schemas';
import { record } from '../audit/log.ts';
import { type Answer, type Call, callerOf } from '../engine/call.ts';
import { instantOf, MINUTE } from '../engine/clock.ts';
import { randomId } from '../engine/invent.ts';
import { deny } from './deny.ts';
import { type Asked, type Passed, passGates } from './gates.ts';
import { lifeOf, useOnce } from './grant-reveal.ts';
import { APPROVAL_OVERDUE, factOf, tellOfReveal } from './move-reveal.ts';
import { allotNumber } from './number-pool.ts';
import { showFields, showReveal } from './show-reveal.ts';
import { putReveal, type StoredReveal } from './stored-reveal.ts';

const APPROVAL_WITHIN = 30 * MINUTE;

/** What a request asks for, as the gates read it. */
export const askedOf = ({
  consigneeRef,
  consignorRef,
  waybillNo,
  purpose,
  fields,
  actor,
  authentication,
  sealToKeyId,
}: RevealRequest): Asked => ({
  ...(consigneeRef === undefined ? {} : { consigneeRef }),
  ...(consignorRef === undefined ? {} : { consignorRef }),
  waybillNo,
  purpose,
  fields,
  actorId: actor.actorId,
  authentication,
  ...(sealToKeyId === undefined ? {} : { sealToKeyId }),
});

/** One request through all gates: fields at once, a wait for an approval, or a refusal that is in the log. */
export const performReveal = async (call: Call): Promise<Answer> => {
  const { system, unit, now } = call;
  const caller = callerOf(call);
  const asked = askedOf(call.body as RevealRequest);
  const passed = await passGates(unit, caller, asked, now, {
    wanted: 'REVEAL',
    mayReveal: call.operation.calledBy.includes(caller.role),
  });
  if (!passed.ok) return deny(call, asked, passed);
  const { limit, entry } = passed;
  const revealId = randomId(system.random, 'rv_');
  const isPending = limit.approval !== undefined && limit.approval !== 'QUOTA';
  const overdueAt = instantOf(Date.parse(now) + APPROVAL_WITHIN);
  const expiresAt = isPending
    ? overdueAt
    : lifeOf(system, unit, now, revealId, caller.partyId, passed);
  const isVirtual = limit.phone === 'VIRTUAL' && asked.fields.includes('PHONE');
  const reveal: Omit<StoredReveal, 'auditReceipt'> = {
    ...asked,
    revealId,
    owner: caller.partyId,
    role: caller.role,
    ...(caller.facet === undefined ? {} : { facet: caller.facet }),
    orderNo: entry.orderNo,
    status: isPending ? 'PENDING_APPROVAL' : 'GRANTED',
    grantedAt: now,
    expiresAt,
    remainingUseCount: limit.useCount,
    ...(isVirtual
      ? { phone: await allotNumber(unit, system.random, now, entry.contact, expiresAt) }
      : {}),
  };
  const auditReceipt = await record(system, unit, now, {
    kind: isPending ? 'REVEAL_PENDING' : 'REVEAL_GRANTED',
    ...factOf(reveal, caller),
  });
  if (isPending) {
    system.schedule(unit, {
      tenant: caller.partyId,
      kind: APPROVAL_OVERDUE,
      ref: revealId,
      dueAt: overdueAt,
    });
    const waiting = { ...reveal, auditReceipt };
    putReveal(unit, now, waiting);
    await tellOfReveal(system, unit, now, waiting);
    return { status: 202, body: await showReveal(unit, waiting) };
  }
  const used = { ...reveal, auditReceipt };
  return showOnce(call, used, 201, passed);
};

/** Uses a reveal up by one, and answers its fields. What is stored under the key has no field in it. */
export const showOnce = async (
  call: Call,
  reveal: StoredReveal,
  status: number,
  passed: Passed,
): Promise<Answer> => {
  const { system, unit, now, idempotencyKey } = call;
  const used: StoredReveal = {
    ...reveal,
    ...useOnce(system, reveal),
    shown: [
      ...(reveal.shown ?? []),
      { at: now, ...(idempotencyKey === undefined ? {} : { key: idempotencyKey }) },
    ],
  };
  putReveal(unit, now, used);
  await tellOfReveal(
    system,
    unit,
    now,
    used,
    ...(status === 201 ? [] : ([reveal.status] as const)),
  );
  return {
    status,
    body: await showFields(system, unit, used, passed, callerOf(call)),
    kept: { status, body: await showReveal(unit, used) },
  };
};
