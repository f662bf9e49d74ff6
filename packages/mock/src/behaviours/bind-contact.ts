import type { ContactBinding, ContactBindingRequest } from '@openwaybill/schemas';
import { base64url } from '@openwaybill/validate';
import { note } from '../audit/log.ts';
import { judgeBinding } from '../consignees/judge-binding.ts';
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
  const judged = await judgeBinding(call);
  if (!judged.ok) return judged.answer;
  const { limit, entry, standing, endsAt } = judged;
  const isCall = model === 'CLICK_TO_CALL';
  if (!isCall && caller.isUnfiled === true)
    throw new Refusal('NUMBER_NOT_FILED', {
      issues: [{ pointer: '/model', rule: 'number-not-filed', params: {} }],
    });
  const { isDelivered, sinceAt } = standing;
  const ends = [
    Date.parse(now) + millisecondsOf(ttl),
    Date.parse(now) + millisecondsOf(limit.longestLife ?? ttl),
    ...(endsAt === undefined ? [] : [endsAt]),
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
  // under its key stands which binding it was, and nothing that reaches anybody
  return { status: 201, body: binding, kept: { status: 201, body: { bindingId } } };
};
