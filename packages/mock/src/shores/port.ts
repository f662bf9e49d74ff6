import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { serve } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { RawRequest } from '../engine/options.ts';
import { remembered } from '../engine/remembered.ts';
import { KeptReply, Reply, responseOf, type Served } from '../engine/reply.ts';
import { beginning, dripped, onTheWay } from './on-the-way.ts';

export type Listening = { readonly url: string; readonly close: () => Promise<void> };

/** Milliseconds that answers have to leave once a port closes. */
const STREAMS_END_AFTER = 500;

type Connection = { readonly incoming: IncomingMessage; readonly outgoing: ServerResponse };

/** The head, a part of the body that it promises, and no more. */
const cutOff = async (
  response: Response,
  percent: number,
  { incoming, outgoing }: Connection,
): Promise<Response> => {
  const body = new Uint8Array(await response.arrayBuffer());
  outgoing.writeHead(response.status, {
    ...Object.fromEntries(response.headers),
    'Content-Length': String(body.length),
  });
  await new Promise<void>((resolve) => {
    outgoing.write(beginning(body, percent), () => resolve());
  });
  incoming.socket.destroy();
  return RESPONSE_ALREADY_SENT;
};

/** Head and text of an answer. With its length known they leave in one piece. */
type Written = {
  readonly headers: OutgoingHttpHeaders;
  readonly text: string | undefined;
  readonly encoding: BufferEncoding;
};

const written = ({ headers, text }: Reply): Written => ({
  headers: text === undefined ? headers : { ...headers, 'Content-Length': Buffer.byteLength(text) },
  text,
  encoding: 'utf8',
});

/** The same where it leaves again: its bytes as Latin letters, which nobody has to encode each time. */
const writtenOnce = ({ headers, text = '' }: KeptReply): Written => {
  const bytes = Buffer.from(text);
  return {
    headers: { ...headers, 'Content-Length': bytes.length },
    text: bytes.toString('latin1'),
    encoding: 'latin1',
  };
};

const kept = new WeakMap<KeptReply, Written>();

/** An answer that leaves as it is. Written here, because a `Response` would only be taken apart again. */
const write = (reply: Reply, { outgoing }: Connection): Response => {
  const { headers, text, encoding } =
    reply instanceof KeptReply ? remembered(kept, reply, () => writtenOnce(reply)) : written(reply);
  outgoing.writeHead(reply.status, headers);
  outgoing.end(text, encoding);
  return RESPONSE_ALREADY_SENT;
};

/** What a server listens to is no address that anybody could call. */
const ANY_ADDRESS = '0.0.0.0';

/** A real port. Resolves once it listens; rejects when the port is taken. An answer that is an error closes the connection. */
export const listen = (
  answerOf: (request: Request, raw: RawRequest) => Promise<Served>,
  at: { readonly port: number; readonly hostname: string },
): Promise<Listening> =>
  new Promise((resolve, reject) => {
    const answer = async (request: Request, env: object): Promise<Response> => {
      const connection = env as Connection;
      const served = await answerOf(request, connection.incoming);
      if (served instanceof Reply && served.mark === undefined) return write(served, connection);
      const response = responseOf(served);
      if (response.type === 'error') {
        connection.incoming.socket.destroy();
        return RESPONSE_ALREADY_SENT;
      }
      const percent = onTheWay(response)?.cutAtPercent;
      return percent === undefined ? dripped(response) : cutOff(response, percent, connection);
    };
    // a server is no reason to replace the Response of everybody else in the process
    const server = serve({ fetch: answer, overrideGlobalObjects: false, ...at }, ({ port }) =>
      resolve({
        url: `http://${at.hostname === ANY_ADDRESS ? '127.0.0.1' : at.hostname}:${port}`,
        close: () =>
          new Promise((done) => {
            // a stream that somebody looks at never ends by itself
            const late = setTimeout(() => {
              if ('closeAllConnections' in server) server.closeAllConnections();
            }, STREAMS_END_AFTER);
            server.close(() => {
              clearTimeout(late);
              done();
            });
          }),
      }),
    );
    server.on('error', reject);
  });
