import { bytesOf, handOn, type Outgoing, type Receive } from './hand-on.ts';
import { type Incoming, toNodeListener } from './to-node-listener.ts';

const REMEDY =
  'Mount express.raw({ type: () => true }), or nothing, on this path before express.json().';

/** An endpoint as a handler of express: behind `express.raw`, or where nothing has read the body. */
export const toExpress = (receive: Receive) => {
  const listen = toNodeListener(receive);
  return async (
    incoming: Incoming & { readonly body?: unknown },
    outgoing: Outgoing,
    next: (cause: unknown) => void,
  ): Promise<void> => {
    try {
      if (incoming.body === undefined) await listen(incoming, outgoing);
      else await handOn(receive, incoming, [bytesOf(incoming.body, REMEDY)], outgoing);
    } catch (cause) {
      next(cause);
    }
  };
};
