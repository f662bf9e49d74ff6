import { registry, SERVING_ROLES } from '@openwaybill/schemas';
import { behaviourFaults } from '../faults/behaviour/index.ts';
import { faults } from '../faults/index.ts';
import { wireFaults } from '../faults/wire/index.ts';
import type { Fault } from '../words.ts';

/** Every fault there is: written by hand, and derived from the registry. */
export const allFaults = (): readonly Fault[] => [
  ...faults,
  ...SERVING_ROLES.flatMap((role) => [...behaviourFaults(role), ...wireFaults(registry, role)]),
];
