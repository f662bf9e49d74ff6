import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** A request as it arrived. */
export type Arrived = {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
};

/** What is done with a request: answered, cut off after it was read, or left without an answer. */
export type Reply =
  | {
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly json?: unknown;
      readonly text?: string;
    }
  | 'drop'
  | 'hang';

/** A server on loopback that answers the first request with the first reply and every further one with the last. */
export const localServer = async (
  ...replies: readonly (Reply | ((request: Arrived) => Reply))[]
): Promise<{ readonly url: string; readonly arrived: readonly Arrived[] }> => {
  const arrived: Arrived[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const one: Arrived = {
      method: request.method ?? '',
      url: request.url ?? '',
      headers: request.headers as Arrived['headers'],
      body: Buffer.concat(chunks).toString('utf8'),
    };
    const reply = replies[Math.min(arrived.length, replies.length - 1)] ?? {};
    arrived.push(one);
    const given = typeof reply === 'function' ? reply(one) : reply;
    if (given === 'hang') return;
    if (given === 'drop') {
      response.destroy();
      return;
    }
    const {
      status = 200,
      headers = {},
      json,
      text = json === undefined ? '' : JSON.stringify(json),
    } = given;
    response.writeHead(status, headers);
    response.end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, arrived };
};
