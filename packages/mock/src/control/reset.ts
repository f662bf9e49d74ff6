import { resetTenant } from '../agreements/reset-tenant.ts';
import { refuse } from '../engine/refuse.ts';
import type { System } from '../engine/system.ts';
import type { ControlRoute } from './route.ts';

/** Takes a tenant back to the seed: credentials and the first agreement stay, its clock is at the start. */
export const reset = async (system: System, tenant: string): Promise<void> => {
  const to = system.counterparty(tenant);
  if (to === undefined)
    throw refuse('NOT_FOUND', {
      seen: { en: `there is no tenant ${tenant}`, zh: `没有租户 ${tenant}` },
      remedy: { en: 'Name a counterparty of this mock.', zh: '请指定本模拟服务的往来方。' },
    });
  await system.command(tenant, 'control/reset', (unit, now) => resetTenant(system, unit, now, to));
};

/** Back to the seed. */
export const resetRoutes: readonly ControlRoute[] = [
  {
    method: 'POST',
    path: '/_mock/reset',
    answer: ({ system, tenant }) => reset(system, tenant.partyId),
  },
];
