import type { Vehicle } from '@openwaybill/schemas';
import { DAY, instantOf } from '../../engine/clock.ts';
import { Refusal } from '../../engine/refusal.ts';
import type { Hooks } from '../../resources/hooks.ts';
import { localDate } from '../../waybills/local-date.ts';

/** Of this regulator: the standard leaves to each how long a tag lives. */
const TAG_LIFETIME = 3 * 365 * DAY;

/** One number, one vehicle: that of a retired one is free again. */
export const vehicleHooks: Hooks = {
  draft: async ({ unit, owner }, next) => {
    const isTaken = (await unit.list({ collection: 'vehicles' })).some((row) => {
      const other = row.body as Vehicle;
      const isSame = row.owner === owner && other.vehicleId === next.vehicleId;
      return !isSame && other.fleetNo === next.fleetNo && other.status !== 'RETIRED';
    });
    if (isTaken && next.status !== 'RETIRED')
      throw new Refusal('DUPLICATE', {
        issues: [{ pointer: '/fleetNo', rule: 'VEH-001', params: {} }],
      });
    return next;
  },
  changed: async ({ system, unit, now, owner }, next, before) => {
    const isNew = before?.fleetNo !== next.fleetNo || before?.status === 'RETIRED';
    if (system.options.role !== 'regulator' || next.status !== 'IN_USE' || !isNew) return;
    await system.emit(unit, now, {
      type: 'org.openwaybill.vehicle.tag.issued',
      to: owner,
      data: {
        fleetNo: next.fleetNo,
        tagKind: 'QR',
        validFromOn: localDate(now),
        validToOn: localDate(instantOf(Date.parse(now) + TAG_LIFETIME)),
      },
    });
  },
};
