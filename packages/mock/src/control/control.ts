import type { ShownRule } from '../disturbances/disturbances.ts';
import type { LogEntry } from '../engine/command-log.ts';
import type { System } from '../engine/system.ts';
import type { Defaults } from '../world/defaults.ts';
import {
  type Advance,
  type Advanced,
  advanceClock,
  readClock,
  type ShownClock,
  setClock,
} from './clock.ts';
import { readDefaults, setDefaults } from './defaults.ts';
import { addFault, clearFaults, faultsOf } from './faults.ts';
import { commandsAfter } from './log.ts';
import { reset } from './reset.ts';
import { putSink, removeSink, type ShownSink, type SinkWanted } from './sinks.ts';
import {
  type KeptSnapshot,
  listSnapshots,
  readSnapshot,
  restore,
  restoreKept,
  type Snapshot,
  takeSnapshot,
} from './snapshots.ts';
import { type ShownRow, stateOf } from './state.ts';

/** What the control interface does for one tenant, as functions. */
export type TenantControl = {
  readonly clock: {
    readonly read: () => Promise<ShownClock>;
    readonly set: (wanted: Parameters<typeof setClock>[2]) => Promise<ShownClock>;
    readonly advance: (wanted: Advance) => Promise<Advanced>;
  };
  readonly defaults: {
    readonly read: () => Promise<Defaults>;
    readonly set: (wanted: Defaults) => Promise<Defaults>;
  };
  /** Disturbances: what the parties of this tenant are made to meet. */
  readonly faults: {
    readonly add: (rule: unknown) => ShownRule;
    readonly list: () => ReturnType<typeof faultsOf>;
    readonly clear: (id?: string) => ReturnType<typeof clearFaults>;
  };
  /** Receivers that are no part of the wire. */
  readonly sinks: {
    readonly put: (name: string, wanted: SinkWanted) => Promise<ShownSink>;
    readonly remove: (name: string) => Promise<void>;
  };
  readonly log: (after?: number) => Promise<readonly LogEntry[]>;
  readonly reset: () => Promise<void>;
  readonly snapshots: {
    readonly take: () => Promise<KeptSnapshot>;
    readonly list: () => Promise<readonly KeptSnapshot[]>;
    readonly read: (id: string) => Promise<Snapshot>;
    readonly restore: (id: string) => Promise<void>;
    /** Goes on from a document, which may come from another mock. */
    readonly load: (document: Snapshot) => Promise<void>;
  };
  readonly state: () => Promise<{ readonly rows: readonly ShownRow[] }>;
};

/** Control of a mock from its own process: of the first counterparty, and `of` any other. */
export type Control = TenantControl & { readonly of: (tenant: string) => TenantControl };

const controlOfTenant = (system: System, tenant: string): TenantControl => ({
  clock: {
    read: () => readClock(system, tenant),
    set: (wanted) => setClock(system, tenant, wanted),
    advance: (wanted) => advanceClock(system, tenant, wanted),
  },
  defaults: {
    read: () => readDefaults(system, tenant),
    set: (wanted) => setDefaults(system, tenant, wanted),
  },
  faults: {
    add: (rule) => addFault(system, tenant, rule),
    list: () => faultsOf(system, tenant),
    clear: (id) => clearFaults(system, tenant, id),
  },
  sinks: {
    put: (name, wanted) => putSink(system, tenant, name, wanted),
    remove: (name) => removeSink(system, tenant, name),
  },
  log: (after) => commandsAfter(system, tenant, after),
  reset: () => reset(system, tenant),
  snapshots: {
    take: () => takeSnapshot(system, tenant),
    list: () => listSnapshots(system, tenant),
    read: (id) => readSnapshot(system, tenant, id),
    restore: (id) => restoreKept(system, tenant, id),
    load: (document) => restore(system, tenant, document),
  },
  state: () => stateOf(system, tenant),
});

/** The functions behind the control interface. */
export const controlOf = (system: System): Control => {
  const [first] = system.options.counterparties;
  return {
    ...controlOfTenant(system, first?.partyId ?? ''),
    of: (tenant) => controlOfTenant(system, tenant),
  };
};
