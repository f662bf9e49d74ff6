import { hasFacility, ORDERS } from '../applicability.ts';
import type { Exchange } from '../transcript/format.ts';
import type { Claim } from '../words.ts';

/** Whether the system has an address of the runner's interface: it was driven to use it, or did by itself. */
export const knowsRunner = (claim: Claim, exchanges: readonly Exchange[]): boolean =>
  hasFacility(claim, ORDERS) ||
  exchanges.some(({ from, operation }) => from === 'sut' && operation !== 'receiveEvent');
