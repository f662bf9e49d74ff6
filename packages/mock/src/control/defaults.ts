import { scenarioNo } from '../engine/form-words.ts';
import { refuse } from '../engine/refuse.ts';
import type { System } from '../engine/system.ts';
import { courierWorld } from '../world/courier-world.ts';
import { type Defaults, defaultsOf, putDefaults } from '../world/defaults.ts';
import type { ControlRoute } from './route.ts';

/** The defaults of a tenant. */
export const readDefaults = (system: System, tenant: string): Promise<Defaults> =>
  system.transact(tenant, (unit) => defaultsOf(unit, tenant));

/** Sets the defaults of a tenant. */
export const setDefaults = async (
  system: System,
  tenant: string,
  { scenario }: Defaults,
): Promise<Defaults> => {
  const known = courierWorld(system.options).scenarios.map(({ id }) => id);
  if (!known.includes(scenario))
    throw refuse('NOT_FOUND', {
      pointer: '/scenario',
      seen: { en: 'this mock has no scenario of that number', zh: '本模拟服务没有该编号的场景' },
      remedy: {
        en: `Name one of its scenarios: ${known.join(', ') || 'it has none'}.`,
        zh: `请选用已载入的场景：${known.join('、') || '目前没有'}。`,
      },
    });
  return system.command(tenant, 'control/set-defaults', async (unit, now) => {
    putDefaults(unit, now, tenant, { scenario });
    return { scenario };
  });
};

/** What a tenant's parcels do by default. */
export const defaultsRoutes: readonly ControlRoute[] = [
  {
    method: 'GET',
    path: '/_mock/defaults',
    answer: ({ system, tenant }) => readDefaults(system, tenant.partyId),
  },
  {
    method: 'PUT',
    path: '/_mock/defaults',
    body: {
      type: 'object',
      required: ['scenario'],
      properties: { scenario: scenarioNo },
    },
    answer: ({ system, tenant, body }) => setDefaults(system, tenant.partyId, body),
  },
];
