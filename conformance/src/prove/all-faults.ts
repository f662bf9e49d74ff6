import { faults } from '../faults/index.ts';
import type { Fault } from '../words.ts';

/** Every fault there is: written by hand, and derived from the registry. */
export const allFaults = (): readonly Fault[] => [...faults];
