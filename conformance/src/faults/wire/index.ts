import type { Registry, Role } from '@openwaybill/schemas';
import table from './representatives.json' with { type: 'json' };
import { chosenIn, type Representatives } from './representatives.ts';
import type { WireFault } from './wire-fault.ts';

export { everyWireFault } from './every-wire-fault.ts';
export type { WireFault } from './wire-fault.ts';

/** The wire faults of a role that stand for all of their definition, each with the scenarios that show it. */
export const wireFaults = (registry: Registry, role: Role): readonly WireFault[] =>
  chosenIn(table as Representatives, registry, role);
