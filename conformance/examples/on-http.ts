import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { notFound, type Reply, type Route } from './courier.ts';

const matchOf = (path: string): RegExp =>
  new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`);

/** The courier on nothing but `node:http`. Routes may come after the port is known. */
export const serveOnHttp = async (
  routesFor: (url: string) => Promise<readonly Route[]>,
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> => {
  let table: readonly (readonly [RegExp, Route])[] = [];
  const answer = async (incoming: IncomingMessage): Promise<Reply> => {
    const { pathname } = new URL(incoming.url ?? '/', 'http://localhost');
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    for (const [pattern, route] of table) {
      const found = pattern.exec(pathname);
      if (found === null || route.method !== incoming.method) continue;
      return route.answer({
        parameters: Object.fromEntries(
          Object.entries(found.groups ?? {}).map(([name, value]) => [
            name,
            decodeURIComponent(value),
          ]),
        ),
        header: (name) => incoming.headers[name]?.toString(),
        bytes: Buffer.concat(chunks),
      });
    }
    return notFound();
  };
  const server = createServer((incoming, outgoing: ServerResponse) => {
    answer(incoming).then(
      ({ status, headers, body }) => outgoing.writeHead(status, headers).end(body),
      (error: Error) => outgoing.destroy(error),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const url = `http://127.0.0.1:${address.port}`;
  table = (await routesFor(url)).map((route) => [matchOf(route.path), route]);
  return {
    url,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
