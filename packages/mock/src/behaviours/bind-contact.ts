import {
  type ContactBinding,
  type ContactBindingRequest,
  PURPOSE_LIMITS,
} from '@openwaybill/schemas';
import { base64url } from '@openwaybill/validate';
import { record } from '../audit/log.ts';
import { deny } from '../consignees/deny.ts';
import { passGates } from '../consignees/gates.ts';
import { virtualNumber } from '../consignees/virtual-number.ts';
import { type Behaviour, callerOf } from '../engine/call.ts';
import { instantOf, millisecondsOf } from '../engine/clock.ts';
import { randomId } from '../engine/invent.ts';
import { recordRow } from '../store/resource.ts';

/** A capability and never a number of the person: the gates of a reveal stand before it. */
export const bindContact: Behaviour = async (call) => {
  const { system, unit, now } = call;
  const caller = callerOf(call);
  const { consigneeRef, waybillNo, purpose, model, ttl } = call.body as ContactBindingRequest;
  const asked = { consigneeRef, waybillNo, purpose, fields: [] };
  const passed = await passGates(unit, caller, asked, now, {
    isNew: false,
    mayReveal: call.operation.calledBy.includes(caller.role),
  });
  if (!passed.ok) return deny(call, asked, passed);
  const reaches = PURPOSE_LIMITS.some((one) => one.purpose === purpose && one.phone === 'VIRTUAL');
  if (!reaches)
    return deny(call, asked, { ok: false, code: 'PURPOSE_NOT_GRANTED', gate: 'PURPOSE' });
  const life = Math.min(millisecondsOf(ttl), millisecondsOf(passed.limit.longestLife ?? ttl));
  const bindingId = randomId(system.random, 'cb_');
  const binding: ContactBinding = {
    bindingId,
    ...(model === 'CLICK_TO_CALL'
      ? { callUrl: `https://call.platform.example/c/${base64url(system.random(16))}` }
      : { number: virtualNumber(system.random, passed.entry.contact) }),
    ...(model === 'AXN_EXT' ? { extension: String(1000 + (system.random(1)[0] ?? 0)) } : {}),
    expiresAt: instantOf(Date.parse(now) + life),
    model,
  };
  unit.put(recordRow('contact-binding', bindingId, caller.partyId, now, binding));
  await record(system, unit, now, {
    kind: 'CONTACT_BOUND',
    by: caller,
    purpose,
    consigneeRef,
  });
  return { status: 201, body: binding };
};
