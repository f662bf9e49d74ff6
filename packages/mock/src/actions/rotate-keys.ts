import { rotateKeys as rotate } from '../identity/rotation.ts';
import { type Action, ActionFailed } from './action.ts';

/** Replaces the key that signs tokens, events and agreements; one rotation at a time. */
export const rotateKeys: Action = async ({ system, tenant }) => {
  const isBegun = await system.transact(tenant, (unit, now) => rotate(system, unit, now, tenant));
  if (!isBegun) throw new ActionFailed('STATE_ILLEGAL');
  return {};
};
