import { statusOf } from '../transcript/body.ts';
import type { Exchange, Rung } from '../transcript/format.ts';
import type { Blocked } from '../words.ts';

/** A way that was tried, or could not be, and why it did not do. */
export type Tried = { readonly rung: Rung; readonly why: string };

/** No way led to the state. */
export type NotReached = { readonly blocked: Blocked; readonly tried: readonly Tried[] };

export const NO_OPERATION: Tried = {
  rung: 'CONSTRUCT',
  why: 'no operation of the standard brings this about',
};
export const NOT_OURS: Tried = { rung: 'DISCOVER', why: 'what others made is not changed' };
export const LEFT_OUT = 'left out by the choice of ways';

/** A way that ended at an answer. */
export const failed = (rung: Rung, exchange: Exchange): NotReached => ({
  blocked: 'STATE_NOT_REACHED',
  tried: [
    {
      rung,
      why: `${exchange.operation ?? 'a delivery'} answered ${statusOf(exchange)} (exchange ${exchange.seq})`,
    },
  ],
});
