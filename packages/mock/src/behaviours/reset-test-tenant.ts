import { sideOf } from '../agreements/change-agreement.ts';
import { type Behaviour, callerOf } from '../engine/call.ts';
import { seedAgreement } from '../engine/seed.ts';
import { endRotationOf } from '../identity/rotation.ts';
import type { Unit } from '../store/unit.ts';

/** The agreement that nobody ever proposed. */
const firstOf = async (unit: Unit, partyId: string): Promise<string | undefined> => {
  for (const { id } of await unit.list({ collection: 'agreement', owner: partyId }))
    if ((await sideOf(unit, id)).spokeLast === '') return id;
  return undefined;
};

/** As it was first handed out: credentials and the first agreement stay, everything else goes, the clock too. */
export const resetTestTenant: Behaviour = async (call) => {
  const { system, unit, now } = call;
  const caller = callerOf(call);
  const first = await firstOf(unit, caller.partyId);
  unit.clear(caller.partyId);
  await endRotationOf(system, unit, now, caller.partyId);
  seedAgreement(system, unit, new Date(system.options.worldStart).toISOString(), caller, first);
  return { status: 204 };
};
