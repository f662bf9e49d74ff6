import type { Receive } from './hand-on.ts';

/** An endpoint as a handler of hono, whose requests are the platform's own. */
export const toHono =
  (receive: Receive) =>
  (context: { readonly req: { readonly raw: Request } }): Promise<Response> =>
    receive(context.req.raw);
