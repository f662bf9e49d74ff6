import { isInsured } from '@openwaybill/reference/vehicle';
import type { PassApplication, Vehicle } from '@openwaybill/schemas';
import type { Behaviour } from '../../engine/call.ts';
import { command } from '../../engine/lifecycle.ts';
import { Refusal, ruleViolated } from '../../engine/refusal.ts';
import { changeResource, collectionNamed, findResource } from '../../resources/change.ts';
import type { Happening, Hooks, Resource } from '../../resources/hooks.ts';
import { coversOf } from './covers.ts';

const PASSES = 'pass-permits';

/** A vehicle of the applicant, and whether it is insured on every day of the period. */
const looked = async (
  { system, unit, owner }: Happening,
  vehicleId: string,
  period: Pick<PassApplication, 'fromOn' | 'toOn'>,
): Promise<{ readonly isInsured: boolean; readonly isInUse: boolean }> => {
  const found = await findResource(unit, collectionNamed(system, 'vehicles'), owner, vehicleId);
  if (found === undefined) throw new Refusal('NOT_FOUND');
  return {
    isInsured: isInsured(period, await coversOf(unit, owner, vehicleId)),
    isInUse: (found.resource as Vehicle).status === 'IN_USE',
  };
};

/** Every vehicle of an application is insured over the whole period, and at the grant in use too. */
export const passHooks: Hooks = {
  guards: async (happening, before) => {
    const { vehicleIds, ...period } = (before ?? happening.body) as PassApplication;
    const all = [];
    for (const vehicleId of vehicleIds) all.push(await looked(happening, vehicleId, period));
    const uninsured = all.findIndex((one) => !one.isInsured);
    // the table knows that it is refused; the pointer says because of which vehicle
    if (before === undefined && uninsured >= 0)
      throw ruleViolated(`/vehicleIds/${uninsured}`, 'VEH-003');
    return {
      VEHICLES_INSURED: uninsured < 0,
      VEHICLES_INSURED_AND_IN_USE: all.every((one) => one.isInsured && one.isInUse),
    };
  },
};

/** Asked by the regulator itself, whose passes those of all couriers are. */
export const revokePass: Behaviour = async ({ system, unit, now, path, operation }) => {
  const row = (await unit.list({ collection: PASSES })).find(
    ({ body }) => (body as Resource).permitId === path.permitId,
  );
  if (row === undefined) throw new Refusal('NOT_FOUND');
  const before = row.body as Resource;
  const { to } = command(system.lifecycle('pass-permit'), before.status, operation.name);
  const happening: Happening = {
    system,
    unit,
    now,
    owner: row.owner,
    on: operation.name,
    path,
    body: {},
  };
  const next = { ...before, status: to };
  return {
    status: 200,
    body: await changeResource(happening, collectionNamed(system, PASSES), next, before),
  };
};
