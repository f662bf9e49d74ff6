import { PURPOSE_LIMITS, type RevealRequest } from '@openwaybill/schemas';
import { record } from '../audit/log.ts';
import { type Answer, type Call, callerOf } from '../engine/call.ts';
import { instantOf } from '../engine/clock.ts';
import { randomId } from '../engine/invent.ts';
import { ruleViolated } from '../engine/refusal.ts';
import { deny } from './deny.ts';
import { type Asked, passGates } from './gates.ts';
import { lifeOf, useOnce } from './grant-reveal.ts';
import { APPROVAL_OVERDUE, tellOfReveal } from './move-reveal.ts';
import { sealingKeyOf, showFields, showReveal } from './show-reveal.ts';
import { putReveal, type StoredReveal } from './stored-reveal.ts';
import { virtualNumber } from './virtual-number.ts';

const APPROVAL_WITHIN = 30 * 60_000;

/** What a request asks for, as the gates read it. */
export const askedOf = (request: RevealRequest): Asked => ({
  ...(request.consigneeRef === undefined ? {} : { consigneeRef: request.consigneeRef }),
  waybillNo: request.waybillNo,
  purpose: request.purpose,
  fields: request.fields,
  actorId: request.actor.actorId,
  authentication: request.authentication,
  ...(request.sealToKeyId === undefined ? {} : { sealToKeyId: request.sealToKeyId }),
});

const needsSeal = async (call: Call, isSealed: boolean): Promise<boolean> => {
  if (isSealed) return true;
  const rows = await call.unit.list({
    collection: 'agreement',
    owner: callerOf(call).partyId,
  });
  return rows.some((row) => {
    const { status, options } = row.body as {
      readonly status: string;
      readonly options: { readonly sealedRevealsOnly?: boolean };
    };
    return status === 'EFFECTIVE' && options.sealedRevealsOnly === true;
  });
};

/** One request through all gates: fields at once, a wait for an approval, or a refusal that is in the log. */
export const performReveal = async (call: Call): Promise<Answer> => {
  const { system, unit, now } = call;
  const caller = callerOf(call);
  const request = call.body as RevealRequest;
  const asked = askedOf(request);
  const passed = await passGates(unit, caller, asked, now, {
    isNew: true,
    mayReveal: call.operation.calledBy.includes(caller.role),
  });
  if (!passed.ok) return deny(call, asked, passed);
  const { limit, entry } = passed;
  const mustSeal = await needsSeal(call, limit.sealed === true);
  const isSealable = sealingKeyOf(caller, asked.sealToKeyId) !== undefined;
  if ((mustSeal || asked.sealToKeyId !== undefined) && !isSealable)
    throw ruleViolated('/sealToKeyId', 'DSC-023');

  const revealId = randomId(system.random, 'rv_');
  const isPending = limit.approval !== undefined && limit.approval !== 'QUOTA';
  const auditReceipt = await record(system, unit, now, {
    kind: isPending ? 'REVEAL_PENDING' : 'REVEAL_GRANTED',
    by: caller,
    purpose: asked.purpose,
    fields: asked.fields,
    revealId,
    ...(asked.consigneeRef === undefined ? {} : { consigneeRef: asked.consigneeRef }),
    ...(asked.actorId === undefined ? {} : { actorId: asked.actorId }),
  });
  const overdueAt = instantOf(Date.parse(now) + APPROVAL_WITHIN);
  const reveal: StoredReveal = {
    ...asked,
    revealId,
    owner: caller.partyId,
    orderNo: entry.orderNo,
    status: isPending ? 'PENDING_APPROVAL' : 'GRANTED',
    grantedAt: now,
    expiresAt: isPending ? overdueAt : lifeOf(system, unit, now, revealId, caller.partyId, limit),
    remainingUseCount: limit.useCount,
    ...(limit.phone === 'VIRTUAL' ? { phone: virtualNumber(system.random, entry.contact) } : {}),
    auditReceipt,
  };
  if (isPending) {
    system.schedule(unit, {
      tenant: caller.partyId,
      kind: APPROVAL_OVERDUE,
      ref: revealId,
      dueAt: overdueAt,
    });
    putReveal(unit, now, reveal);
    await tellOfReveal(system, unit, now, reveal);
    return { status: 202, body: await showReveal(unit, reveal) };
  }
  const used = { ...reveal, ...useOnce(system, reveal) };
  putReveal(unit, now, used);
  await tellOfReveal(system, unit, now, used);
  return {
    status: 201,
    body: await showFields(system, unit, used, entry, caller),
    // what is stored under the key has no field in it
    kept: { status: 201, body: await showReveal(unit, used) },
  };
};

/** The limit by which a stored reveal was granted, whatever the stage is now. */
export const limitOf = ({ purpose }: StoredReveal) =>
  PURPOSE_LIMITS.find((limit) => limit.purpose === purpose);
