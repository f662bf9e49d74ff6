import { command } from '../engine/lifecycle.ts';
import type { System } from '../engine/system.ts';
import { recordObservation } from '../parcels/record-observation.ts';
import type { Unit } from '../store/unit.ts';
import { countInto } from './account.ts';
import { moveWaybill } from './move-waybill.ts';
import type { StoredWaybill } from './stored-waybill.ts';

/** The command of the table; a voided number is told of its parcel as an observation of the courier's own. */
export const cancel = async (
  system: System,
  unit: Unit,
  now: string,
  stored: StoredWaybill,
): Promise<{ readonly outcome: string; readonly stored: StoredWaybill }> => {
  const { waybill, owner } = stored;
  const { to, outcome } = command(system.lifecycle('waybill'), waybill.status, 'cancel-waybill');
  const moved = await moveWaybill(system, unit, now, stored, to);
  if (moved !== stored) {
    await countInto(unit, owner, stored, { cancelledCount: 1 });
    const { waybillNo } = waybill;
    await recordObservation(system, unit, now, owner, { waybillNo, eventCode: 'CANCELLED' });
  }
  return { outcome: outcome ?? 'VOIDED', stored: moved };
};
