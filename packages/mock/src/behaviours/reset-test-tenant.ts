import { resetTenant } from '../agreements/reset-tenant.ts';
import { type Behaviour, callerOf } from '../engine/call.ts';

export const resetTestTenant: Behaviour = async (call) => {
  await resetTenant(call.system, call.unit, call.now, callerOf(call));
  return { status: 204 };
};
