import type { System } from '../engine/system.ts';
import type { Row } from '../store/store.ts';
import type { ControlRoute } from './route.ts';

/** A row of a tenant as it is shown: to whom it belongs is known. */
export type ShownRow = Omit<Row, 'owner'>;

/** What is never shown: plaintext of persons and the keys to it, and the log, which has a place of its own. */
const HIDDEN: readonly string[] = ['vault', 'data-key', 'log', 'log-length'];

/** Everything that this party has stored for a tenant. */
export const stateOf = (
  system: System,
  tenant: string,
): Promise<{ readonly rows: readonly ShownRow[] }> =>
  system.transact(tenant, async (unit) => ({
    rows: (await unit.owned(tenant))
      .filter(({ collection }) => !HIDDEN.includes(collection))
      .map(({ owner: _, ...row }) => row),
  }));

/** The stored state. */
export const stateRoutes: readonly ControlRoute[] = [
  {
    method: 'GET',
    path: '/_mock/state',
    answer: ({ system, tenant }) => stateOf(system, tenant.partyId),
  },
];
