import type { ContactBinding, ContactBindingRequest } from '@openwaybill/schemas';
import { base64url } from '@openwaybill/validate';
import { note } from '../audit/log.ts';
import { deny } from '../consignees/deny.ts';
import { passGates } from '../consignees/gates.ts';
import { allotNumber } from '../consignees/number-pool.ts';
import { putBinding, REACHED_AFTER_DELIVERY } from '../consignees/stored-binding.ts';
import { type Behaviour, callerOf } from '../engine/call.ts';
import { instantOf, millisecondsOf } from '../engine/clock.ts';
import { randomId } from '../engine/invent.ts';
import { Refusal } from '../engine/refusal.ts';

/** A capability and never a number of the person: the gates of a reveal stand before it. */
export const bindContact: Behaviour = async (call) => {
  const { system, unit, now } = call;
  const { random } = system;
  const caller = callerOf(call);
  const { consigneeRef, waybillNo, purpose, model, ttl } = call.body as ContactBindingRequest;
  const asked = { consigneeRef, waybillNo, purpose, fields: [] };
  const passed = await passGates(unit, caller, asked, now, {
    wanted: 'CONTACT',
    mayReveal: call.operation.calledBy.includes(caller.role),
  });
  if (!passed.ok) return deny(call, asked, passed);
  const { limit, entry, standing } = passed;
  const isCall = model === 'CLICK_TO_CALL';
  if (!isCall && caller.isUnfiled === true)
    throw new Refusal('NUMBER_NOT_FILED', {
      issues: [{ pointer: '/model', rule: 'number-not-filed', params: {} }],
    });
  const { isDelivered, sinceAt } = standing;
  const ends = [
    Date.parse(now) + millisecondsOf(ttl),
    Date.parse(now) + millisecondsOf(limit.longestLife ?? ttl),
    ...(isDelivered && sinceAt !== undefined ? [Date.parse(sinceAt) + REACHED_AFTER_DELIVERY] : []),
  ];
  const expiresAt = instantOf(Math.min(...ends));
  const bindingId = randomId(random, 'cb_');
  const binding: ContactBinding = {
    bindingId,
    ...(isCall
      ? { callUrl: `https://call.platform.example/c/${base64url(random(16))}` }
      : { number: await allotNumber(unit, random, now, entry.contact, expiresAt) }),
    ...(model === 'AXN_EXT' ? { extension: String(1000 + (random(1)[0] ?? 0)) } : {}),
    expiresAt,
    model,
  };
  const { orderNo } = entry;
  putBinding(unit, now, {
    binding,
    owner: caller.partyId,
    orderNo,
    consigneeRef,
    waybillNo,
    purpose,
  });
  await note(system, unit, now, {
    kind: 'CONTACT_BOUND',
    by: caller,
    purpose,
    consigneeRef,
  });
  return { status: 201, body: binding };
};
