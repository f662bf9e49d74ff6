import type { Registry, Role } from '@openwaybill/schemas';
import { httpFaults } from './http-faults.ts';
import { messageFaults } from './message-faults.ts';
import type { WireFault } from './wire-fault.ts';

/** Every wire fault of a role, by the registry alone: each kind at each place of each message. */
export const everyWireFault = (registry: Registry, role: Role): readonly WireFault[] => [
  ...messageFaults(registry, role),
  ...httpFaults(registry, role),
];
