import type { Scenario } from '../words.ts';
import { discovery } from './any/discovery.ts';
import { doorDelivery } from './courier/door-delivery.ts';
import { orderNaturalKey } from './courier/order-natural-key.ts';

/** Every scenario of the suite, in the order in which they run. New ones at the end of their role. */
export const scenarios: readonly Scenario[] = [discovery, doorDelivery, orderNaturalKey];
