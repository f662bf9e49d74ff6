import { record } from '../audit/log.ts';
import { liveBinding } from '../consignees/live-binding.ts';
import { type Behaviour, callerOf } from '../engine/call.ts';

export const releaseContact: Behaviour = async (call) => {
  const { system, unit, now } = call;
  const { bindingId } = await liveBinding(call);
  unit.delete('contact-binding', bindingId);
  await record(system, unit, now, { kind: 'CONTACT_RELEASED', by: callerOf(call) });
  return { status: 204 };
};
