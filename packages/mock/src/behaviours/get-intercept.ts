import { type Behaviour, callerOf } from '../engine/call.ts';
import { Refusal } from '../engine/refusal.ts';
import { findIntercept } from '../intercepts/stored-intercept.ts';

export const getIntercept: Behaviour = async (call) => {
  const stored = await findIntercept(call.unit, call.path.interceptId ?? '');
  if (stored?.owner !== callerOf(call).partyId) throw new Refusal('NOT_FOUND');
  return { status: 200, body: stored.intercept };
};
