import type { Fault } from '../words.ts';
import { discoveryFaults } from './hand/discovery.ts';
import { orderFaults } from './hand/order.ts';

/** Every hand-written fault. */
export const faults: readonly Fault[] = [...orderFaults, ...discoveryFaults];
