import { recordRow } from '../store/resource.ts';
import type { Unit } from '../store/unit.ts';
import { instantOf } from './clock.ts';
import { createLock } from './lock.ts';

/** The collection of leases, by tenant. */
export const LEASE = 'lease';

/** Milliseconds for which a process has the deliveries of a tenant without saying so again: more than any attempt takes. */
export const LEASED_FOR = 30_000;

/** Who delivers to a tenant, until which real moment. */
type Lease = { readonly holder: string; readonly until: number };

/**
 * The lanes in which the due work of each tenant is done, one piece after another. Where processes share a store, the
 * one that delivers has a lease on the lane, so that a delivery is attempted by one of them at a time and in order;
 * the lease of a process that has died runs out, and what it had begun is due still.
 */
export type Lanes = {
  /** Work of this process in the lane of a tenant. */
  readonly run: <T>(tenant: string, work: () => Promise<T>) => Promise<T>;
  /** Whether another process has the lane now. */
  readonly isTaken: (unit: Unit, tenant: string) => Promise<boolean>;
  /** Takes or keeps the lane for this process. */
  readonly hold: (unit: Unit, tenant: string) => void;
  /** Gives the lane back, where this process has it. */
  readonly release: (unit: Unit, tenant: string) => Promise<void>;
};

/** The lanes of one process; without `holder` no other process works on the store. */
export const createLanes = (holder: string | undefined, wallClock: () => number): Lanes => {
  const lanes = new Map<string, ReturnType<typeof createLock>>();
  const leaseOf = (unit: Unit, tenant: string) => unit.get<Lease>(LEASE, tenant);
  return {
    run: (tenant, work) => {
      const lane = lanes.get(tenant) ?? createLock();
      lanes.set(tenant, lane);
      return lane(work);
    },
    isTaken: async (unit, tenant) => {
      if (holder === undefined) return false;
      const lease = await leaseOf(unit, tenant);
      return lease !== undefined && lease.holder !== holder && lease.until > wallClock();
    },
    hold: (unit, tenant) => {
      if (holder === undefined) return;
      const lease: Lease = { holder, until: wallClock() + LEASED_FOR };
      // no tenant owns it: neither a reset nor a snapshot knows of it
      unit.put(recordRow(LEASE, tenant, '', instantOf(wallClock()), lease));
    },
    release: async (unit, tenant) => {
      if (holder === undefined) return;
      if ((await leaseOf(unit, tenant))?.holder === holder) unit.delete(LEASE, tenant);
    },
  };
};
