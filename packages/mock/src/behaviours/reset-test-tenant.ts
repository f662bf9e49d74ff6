import { type Behaviour, callerOf } from '../engine/call.ts';
import { seedAgreement } from '../engine/seed.ts';

/** As it was first handed out: credentials and the first agreement stay, everything else goes, the clock too. */
export const resetTestTenant: Behaviour = async (call) => {
  const { system, unit } = call;
  const caller = callerOf(call);
  const [first] = await unit.list({ collection: 'agreement', owner: caller.partyId, limit: 1 });
  unit.clear(caller.partyId);
  seedAgreement(system, unit, new Date(system.options.worldStart).toISOString(), caller, first?.id);
  return { status: 204 };
};
