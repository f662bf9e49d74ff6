import type { AccidentReport } from '@openwaybill/schemas';
import { uuid7 } from '../../engine/invent.ts';
import { Refusal } from '../../engine/refusal.ts';
import { changeResource, collectionNamed, findResource } from '../../resources/change.ts';
import type { Hooks, Receiver } from '../../resources/hooks.ts';

const REPORTS = 'accident-reports';

/** A regulator knows the vehicle; a courier whose accident it is tells every insurer. */
export const accidentHooks: Hooks = {
  draft: async ({ system, unit, owner }, next) => {
    if (system.options.role !== 'regulator') return next;
    const vehicles = collectionNamed(system, 'vehicles');
    if ((await findResource(unit, vehicles, owner, next.vehicleId)) === undefined)
      throw new Refusal('NOT_FOUND');
    return next;
  },
  invent: ({ system, now }) => {
    if (system.options.role !== 'courier') throw new Refusal('STATE_ILLEGAL');
    const at = Date.parse(now);
    return {
      accidentId: uuid7(system.random, at),
      vehicleId: uuid7(system.random, at),
      occurredAt: now,
      region: { countryCode: 'CN', regionCode: '210202', regionCodeVersion: 'NBS-2023' },
      severity: 'MINOR',
      injuredCount: 0,
      fatalCount: 0,
    };
  },
  changed: async ({ system, unit, now }, next) => {
    if (system.options.role !== 'courier') return;
    const { revision, createdAt, updatedAt, ...data } = next;
    for (const { partyId, role } of system.options.counterparties)
      if (role === 'insurer')
        await system.emit(unit, now, {
          type: 'org.openwaybill.vehicle.accident.reported',
          to: partyId,
          data,
        });
  },
};

/** An insurer that was told keeps the report, as if it had been sent to it. */
export const accidentTold: Receiver = async (system, unit, now, from, data) => {
  const reports = collectionNamed(system, REPORTS);
  const known = await findResource(unit, reports, from, data.accidentId);
  if (known !== undefined) return;
  const body = data as AccidentReport;
  const happening = { system, unit, now, owner: from, on: 'ACCIDENT_TOLD', path: {}, body };
  await changeResource(happening, reports, body, undefined);
};
