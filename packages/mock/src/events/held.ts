import type { System } from '../engine/system.ts';
import type { Unit } from '../store/unit.ts';
import type { StoredDelivery } from './outbox.ts';

/** What waited for an agreement or for the end of an interruption leaves now, and not at its next look. */
export const releaseHeldDeliveries = async (
  system: System,
  unit: Unit,
  now: string,
  tenant: string,
): Promise<number> => {
  const held = (await unit.list({ collection: 'delivery', owner: tenant }))
    .map((row) => row.body as StoredDelivery)
    .filter(({ attemptCount }) => attemptCount === 0);
  for (const { deliveryId } of held)
    system.schedule(unit, { tenant, kind: 'deliver', ref: deliveryId, dueAt: now });
  return held.length;
};
