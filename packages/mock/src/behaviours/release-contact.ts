import { note } from '../audit/log.ts';
import { liveBinding } from '../consignees/live-binding.ts';
import { endBinding } from '../consignees/stored-binding.ts';
import { type Behaviour, callerOf } from '../engine/call.ts';

export const releaseContact: Behaviour = async (call) => {
  const { system, unit, now } = call;
  const stored = await liveBinding(call);
  await endBinding(unit, now, stored);
  const { consigneeRef, purpose } = stored;
  await note(system, unit, now, {
    kind: 'CONTACT_RELEASED',
    by: callerOf(call),
    consigneeRef,
    purpose,
  });
  return { status: 204 };
};
