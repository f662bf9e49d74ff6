import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { randomOf, type Shore, Unanswered } from '@openwaybill/conformance';
import type { Io } from '../io.ts';
import { originOf } from './listen-at.ts';

type Handler = Parameters<Shore['listen']>[0];

const HOW: Readonly<Record<string, Unanswered['how']>> = {
  ENOTFOUND: 'DNS',
  EAI_AGAIN: 'DNS',
  ECONNREFUSED: 'REFUSED',
  ECONNRESET: 'RESET',
  EPIPE: 'RESET',
  UND_ERR_SOCKET: 'RESET',
  UND_ERR_HEADERS_TIMEOUT: 'TIMEOUT',
  UND_ERR_CONNECT_TIMEOUT: 'TIMEOUT',
  ABORT_ERR: 'TIMEOUT',
};

/** Why a request had no answer, by what Node says of it. */
export const howOf = (error: unknown): Unanswered['how'] => {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if (at.name === 'TimeoutError') return 'TIMEOUT';
    const code = 'code' in at ? String(at.code) : '';
    const how = HOW[code];
    if (how !== undefined) return how;
    if (/^(CERT_|ERR_TLS|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/.test(code)) return 'TLS';
  }
  return 'RESET';
};

const bodyOf = async (request: IncomingMessage): Promise<Buffer<ArrayBuffer>> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

const requestOf = async (origin: string, incoming: IncomingMessage): Promise<Request> => {
  const { method = 'GET', url = '/', rawHeaders } = incoming;
  const headers = new Headers();
  for (let at = 0; at + 1 < rawHeaders.length; at += 2)
    headers.append(rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '');
  const body = method === 'GET' || method === 'HEAD' ? undefined : await bodyOf(incoming);
  return new Request(`${origin}${url}`, {
    method,
    headers,
    ...(body === undefined || body.length === 0 ? {} : { body }),
  });
};

const answer = async (
  handler: Handler,
  origin: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  silent: Set<Socket>,
): Promise<void> => {
  const said = await handler(await requestOf(origin, incoming));
  if (said === 'SILENCE') {
    const { socket } = incoming;
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
    return;
  }
  if (said === 'RESET') {
    incoming.socket.destroy();
    return;
  }
  const body = Buffer.from(await said.arrayBuffer());
  outgoing.writeHead(said.status, Object.fromEntries(said.headers));
  outgoing.end(body);
};

/** A port of the runner: it answers, says nothing, or hangs up. */
const listen = (handler: Handler, hostname: string, port: number) =>
  new Promise<Awaited<ReturnType<Shore['listen']>>>((resolve, reject) => {
    const silent = new Set<Socket>();
    const server = createServer((incoming, outgoing) => {
      const { port: own } = server.address() as AddressInfo;
      answer(handler, originOf('http', hostname, own), incoming, outgoing, silent).catch(
        (error) => {
          // a caller that hangs up while it is read is no defect of ours
          outgoing.destroy(error instanceof Error ? error : undefined);
        },
      );
    });
    server.on('error', reject);
    server.listen(port, hostname, () => {
      const { port: own } = server.address() as AddressInfo;
      resolve({
        url: originOf('http', hostname, own),
        hangUp: () => {
          for (const socket of silent) socket.destroy();
        },
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      });
    });
  });

/** Milliseconds after which a request has left for certain, where its caller hangs up. */
const LEFT = 150;

/** What goes on behind an answer (deliveries, above all) takes a while over sockets. */
const LEAST_WAIT = 20;

/** A timer that is later than this tells of a busy machine, on which what goes on behind an answer is late too. */
const LATE = 10;
const MOST_WAITS = 10;

/** What a conformance run may do to the world, over sockets and in real time. */
export const nodeShore = (
  io: Io,
  options: {
    readonly seed: number;
    readonly hostname?: string;
    readonly ask: Shore['ask'];
    readonly tell: Shore['tell'];
  },
): Shore => ({
  fetch: async (request, { milliseconds, isHungUp }) => {
    try {
      const own = new Request(request, { redirect: 'manual' });
      const limit = isHungUp === true ? Math.min(milliseconds, LEFT) : milliseconds;
      const response = await io.fetch(own, io.deadline(limit));
      if (isHungUp === true) throw new Unanswered('RESET');
      // the time is for the whole answer
      const body = await response.arrayBuffer();
      const isBodiless = [101, 204, 205, 304].includes(response.status);
      return new Response(isBodiless ? null : body, {
        status: response.status,
        headers: response.headers,
      });
    } catch (error) {
      throw new Unanswered(isHungUp === true ? 'RESET' : howOf(error));
    }
  },
  listen: (handler, at) => listen(handler, options.hostname ?? '127.0.0.1', at?.port ?? 0),
  now: io.now,
  elapsed: io.elapsed,
  wait: async (milliseconds, sooner) => {
    if (milliseconds > LEAST_WAIT) {
      await Promise.race([io.sleep(milliseconds), ...(sooner === undefined ? [] : [sooner])]);
      return;
    }
    for (let waits = 0; waits < MOST_WAITS; waits += 1) {
      const began = io.elapsed();
      await io.sleep(LEAST_WAIT);
      if (io.elapsed() - began < LEAST_WAIT + LATE) return;
    }
  },
  hold: io.sleep,
  random: randomOf(options.seed, 'shore'),
  secure: (bytes) => new Uint8Array(io.random(bytes)),
  ask: options.ask,
  tell: options.tell,
});
