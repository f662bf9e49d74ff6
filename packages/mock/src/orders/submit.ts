import type { Order, OrderSubmission } from '@openwaybill/schemas';
import { type Answer, type Call, callerOf } from '../engine/call.ts';
import { command } from '../engine/lifecycle.ts';
import { Refusal } from '../engine/refusal.ts';
import { isSameValue } from '../engine/same-value.ts';
import { takenName } from '../erasures/forget.ts';
import { demandQuote } from '../modules/pricing/quotes.ts';
import { DECISION_TIMER, decide, decisionDueAt, isSlow } from './decide.ts';
import { tellOfOrder } from './move-order.ts';
import { findOrder, putOrder, type StoredOrder } from './stored-order.ts';

/** Stores an order and decides it, or answers what the same submission got before. */
export const submit = async (call: Call): Promise<Answer> => {
  const { system, unit, now } = call;
  const owner = callerOf(call).partyId;
  const { remark, ...submission } = call.body as OrderSubmission;
  const known = await findOrder(unit, owner, submission.orderNo);
  if (known !== undefined) {
    if (!isSameValue(known.submitted, call.body)) throw new Refusal('DUPLICATE');
    return { status: 200, body: known.order, headers: { 'Idempotency-Replayed': 'true' } };
  }
  if ((await takenName(unit, 'order', `${owner}/${submission.orderNo}`)) !== undefined)
    throw new Refusal('DUPLICATE');
  const { to } = command(system.lifecycle('order'), undefined, 'submit-order');
  await demandQuote(system, unit, now, owner, submission);
  const stored: StoredOrder = {
    order: {
      ...submission,
      status: to as Order['status'],
      decision: 'PENDING',
      waybills: [],
      revision: 1,
      createdAt: now,
      updatedAt: now,
    },
    submitted: call.body,
    ...(remark === undefined ? {} : { remark }),
    cancelled: [],
  };
  putOrder(unit, owner, stored);
  await tellOfOrder(system, unit, now, owner, stored.order, undefined, undefined);
  if (isSlow(system, submission)) {
    const dueAt = decisionDueAt(system, now);
    const ref = submission.orderNo;
    system.schedule(unit, { tenant: owner, kind: DECISION_TIMER, ref: `${owner}/${ref}`, dueAt });
    return { status: 201, body: stored.order };
  }
  return { status: 201, body: (await decide(system, unit, now, owner, stored)).order };
};
