import type { Counterparty } from '../engine/options.ts';
import { seedAgreement } from '../engine/seed.ts';
import type { System } from '../engine/system.ts';
import { endRotationOf } from '../identity/rotation.ts';
import type { Unit } from '../store/unit.ts';
import { sideOf } from './change-agreement.ts';

/** The agreement that nobody ever proposed. */
const firstOf = async (unit: Unit, partyId: string): Promise<string | undefined> => {
  for (const { id } of await unit.list({ collection: 'agreement', owner: partyId }))
    if ((await sideOf(unit, id)).spokeLast === '') return id;
  return undefined;
};

/** As it was first handed out: credentials and the first agreement stay, everything else goes, the clock too. */
export const resetTenant = async (
  system: System,
  unit: Unit,
  now: string,
  tenant: Counterparty,
): Promise<void> => {
  const first = await firstOf(unit, tenant.partyId);
  unit.clear(tenant.partyId);
  system.disturbances.remove(tenant.partyId);
  await endRotationOf(system, unit, now, tenant.partyId);
  seedAgreement(system, unit, new Date(system.options.worldStart).toISOString(), tenant, first);
};
