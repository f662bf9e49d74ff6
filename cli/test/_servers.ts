import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const servers: Server[] = [];

/** Ends every server of a test file. */
export const closeAll = (): void => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
};

/** The address of a server on a free port. */
export const opened = async (server: Server, scheme = 'http'): Promise<string> => {
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

/** An address where nobody listens: no system gives that port to whoever asks for any. */
export const NOBODY = 'http://127.0.0.1:2';

/** An address that nobody has just now. */
export const free = async (): Promise<string> => {
  const server = createServer();
  const address = await opened(server);
  await new Promise((resolve) => server.close(resolve));
  return address;
};

/** A system, behind something that alters what it is asked or answers. */
export const behind = (
  url: string,
  alter: (path: string, answer: Response) => Response | Promise<Response> | undefined,
): Promise<string> => {
  const listener: RequestListener = async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const headers = new Headers(incoming.headers as Record<string, string>);
    headers.delete('connection');
    const answer = await fetch(`${url}${incoming.url}`, {
      method: incoming.method ?? 'GET',
      headers,
      redirect: 'manual',
      ...(body.length === 0 ? {} : { body }),
    });
    const altered = await alter(incoming.url ?? '', answer);
    if (altered === undefined) {
      outgoing.destroy();
      return;
    }
    const text = Buffer.from(await altered.arrayBuffer());
    const named = [...altered.headers].filter(
      ([name]) => !/^(transfer-encoding|connection|content-length|content-encoding)$/.test(name),
    );
    outgoing.writeHead(altered.status, Object.fromEntries(named));
    outgoing.end(text);
  };
  return opened(createServer(listener));
};
