/** What tenants met of a later minor: memory of this process alone, as the disturbances are. */
export type LaterMet = {
  note(tenant: string, group: LaterGroup, id: string): void;
  /** How often, by group and name. */
  of(tenant: string): ReadonlyMap<string, number>;
};

export type LaterGroup = 'members' | 'codes' | 'problems' | 'events';

/** Under which name an addition is counted. */
export const metKey = (group: LaterGroup, id: string): string => `${group} ${id}`;

/** Nobody met anything yet. */
export const createLaterMet = (): LaterMet => {
  const tenants = new Map<string, Map<string, number>>();
  return {
    note: (tenant, group, id) => {
      const counts = tenants.get(tenant) ?? new Map<string, number>();
      tenants.set(tenant, counts);
      const key = metKey(group, id);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    },
    of: (tenant) => tenants.get(tenant) ?? new Map(),
  };
};
