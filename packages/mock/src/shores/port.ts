import { serve } from '@hono/node-server';

export type Listening = { readonly url: string; readonly close: () => Promise<void> };

/** A real port. Resolves once it listens; rejects when the port is taken. */
export const listen = (
  fetch: (request: Request) => Promise<Response>,
  at: { readonly port: number; readonly hostname: string },
): Promise<Listening> =>
  new Promise((resolve, reject) => {
    const server = serve({ fetch, ...at }, ({ port }) =>
      resolve({
        url: `http://${at.hostname}:${port}`,
        close: () => new Promise((done) => server.close(() => done())),
      }),
    );
    server.on('error', reject);
  });
