import type { ContactBindingRequest } from '@openwaybill/schemas';
import { type Answer, type Call, callerOf } from '../engine/call.ts';
import { deny } from './deny.ts';
import { type Passed, passGates } from './gates.ts';
import { liveBinding } from './live-binding.ts';

/** What the gates of a reveal say of a binding: what was found, or the answer of the gate that failed. */
export const judgeBinding = async (
  call: Call,
): Promise<Passed | { readonly ok: false; readonly answer: Answer }> => {
  const { unit, now } = call;
  const caller = callerOf(call);
  const { consigneeRef, waybillNo, purpose } = call.body as ContactBindingRequest;
  const asked = { consigneeRef, waybillNo, purpose, fields: [] };
  const passed = await passGates(unit, caller, asked, now, {
    wanted: 'CONTACT',
    mayReveal: call.operation.calledBy.includes(caller.role),
  });
  return passed.ok ? passed : { ok: false, answer: await deny(call, asked, passed) };
};

/** A repeated key of a binding: the gates again, and the same number as long as it leads anywhere. */
export const replayBinding = async (call: Call, first: Answer): Promise<Answer> => {
  if (first.status >= 300) return first;
  const judged = await judgeBinding(call);
  if (!judged.ok) return judged.answer;
  const { bindingId } = first.body as { readonly bindingId: string };
  return { ...first, body: (await liveBinding(call, bindingId)).binding };
};
