import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Client, World } from './wire.ts';

/** A witness on a port of this machine, in real time. */
export const listen = async (
  make: (world: World) => { readonly answer: (request: Request) => Promise<Response> },
  clients: readonly Client[],
): Promise<{ readonly url: string; readonly server: Server }> => {
  let answer = async (_request: Request): Promise<Response> => new Response(null, { status: 503 });
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const { method = 'GET', url: path = '/' } = incoming;
    const said = await answer(
      new Request(`${url}${path}`, {
        method,
        headers: Object.entries(incoming.headersDistinct).flatMap(([name, values = []]) =>
          values.map((value): [string, string] => [name, value]),
        ),
        ...(method === 'GET' || method === 'HEAD' ? {} : { body: Buffer.concat(chunks) }),
      }),
    );
    outgoing.writeHead(said.status, Object.fromEntries(said.headers));
    outgoing.end(Buffer.from(await said.arrayBuffer()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const system = make({
    url,
    partyId: 'WITNESS1',
    clients,
    now: Date.now,
    later: (milliseconds, job) => {
      setTimeout(() => void job(), milliseconds).unref();
    },
    fetch: (request) =>
      fetch(new Request(request, { redirect: 'manual', signal: AbortSignal.timeout(5_000) })),
  });
  answer = system.answer;
  return { url, server };
};
