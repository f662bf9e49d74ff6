import { problemOf } from '@openwaybill/validate';
import type { Firing, ShownRule } from '../disturbances/disturbances.ts';
import { readRule } from '../disturbances/rule.ts';
import { Refusal } from '../engine/refusal.ts';
import { refuse } from '../engine/refuse.ts';
import type { System } from '../engine/system.ts';
import type { ControlRoute } from './route.ts';

/** Adds a disturbance for one tenant. */
export const addFault = (system: System, tenant: string, given: unknown): ShownRule => {
  const read = readRule(given, system.options.registry);
  if (!read.ok) throw new Refusal(problemOf(read.issues), { issues: read.issues });
  const { tenant: other = tenant } = read.rule.match;
  if (other !== tenant)
    throw refuse('ROLE_NOT_PERMITTED', {
      pointer: '/match/tenant',
      seen: { en: 'the rule is for another tenant', zh: '该规则属于其他租户' },
      remedy: {
        en: 'Leave the tenant out: a rule is for the bearer of the token.',
        zh: '请省略租户：规则属于令牌持有者。',
      },
    });
  return system.disturbances.add(read.rule, tenant);
};

/** The disturbances of a tenant, and what came of them. */
export const faultsOf = (
  { disturbances }: System,
  tenant: string,
): { readonly faults: readonly ShownRule[]; readonly firings: readonly Firing[] } => ({
  faults: disturbances.list(tenant),
  firings: disturbances.firings(tenant),
});

/** Ends one disturbance of a tenant, or all of them. */
export const clearFaults = (
  { disturbances }: System,
  tenant: string,
  id?: string,
): { readonly clearedCount: number } => {
  const clearedCount = disturbances.remove(tenant, id);
  if (clearedCount === 0 && id !== undefined)
    throw refuse('NOT_FOUND', {
      seen: { en: 'there is no disturbance of this id', zh: '没有此标识的干扰' },
      remedy: { en: 'List them with GET /_mock/faults.', zh: '请用 GET /_mock/faults 列出。' },
    });
  return { clearedCount };
};

/** What a tenant's parties are made to meet. */
export const faultRoutes: readonly ControlRoute[] = [
  {
    method: 'GET',
    path: '/_mock/faults',
    answer: async ({ system, tenant }) => faultsOf(system, tenant.partyId),
  },
  {
    method: 'POST',
    path: '/_mock/faults',
    body: { type: 'object', additionalProperties: true },
    answer: async ({ system, tenant, body }) => addFault(system, tenant.partyId, body),
  },
  {
    method: 'DELETE',
    path: '/_mock/faults',
    answer: async ({ system, tenant }) => clearFaults(system, tenant.partyId),
  },
  {
    method: 'DELETE',
    path: '/_mock/faults/{id}',
    answer: async ({ system, tenant, path }) => clearFaults(system, tenant.partyId, path.id),
  },
];
