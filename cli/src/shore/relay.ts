import {
  type ClientRequest,
  createServer,
  type IncomingMessage,
  request as requestHttp,
  type ServerResponse,
} from 'node:http';
import { request as requestHttps } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Observed } from '@openwaybill/conformance';
import type { Role } from '@openwaybill/schemas';
import { howOf } from './node-shore.ts';

/** What of a body is kept; all of it is passed on. */
const KEPT = 1024 * 1024;
/** Headers of a message that is passed on may be larger than those that Node takes by default. */
const HEADER_BYTES = 64 * 1024;

type Kept = { readonly bytes: Uint8Array<ArrayBuffer>; readonly length: number };

/** Keeps the beginning of what goes by. */
const keeping = () => {
  const parts: Uint8Array[] = [];
  let length = 0;
  let kept = 0;
  return {
    add: (part: Uint8Array): void => {
      length += part.length;
      if (kept < KEPT) parts.push(part.subarray(0, KEPT - kept));
      kept = Math.min(KEPT, kept + part.length);
    },
    end: (): Kept => ({ bytes: new Uint8Array(Buffer.concat(parts)), length }),
  };
};

const pairs = (raw: readonly string[]): [name: string, value: string][] =>
  raw.flatMap((name, at) => (at % 2 === 0 ? [[name, raw[at + 1] ?? '']] : []));

/** Adds nothing of its own: what Node would add where it is missing. */
const asItCame = (message: ClientRequest | ServerResponse): void => {
  for (const name of ['connection', 'transfer-encoding', 'date']) message.removeHeader(name);
};

/** Names and values in the order in which they came, equal names together. */
const setAll = (
  outgoing: ClientRequest,
  headers: readonly (readonly [string, string])[],
  host: string,
): void => {
  const values = new Map<string, { readonly name: string; readonly all: string[] }>();
  for (const [name, value] of headers) {
    const key = name.toLowerCase();
    const known = values.get(key);
    const given = key === 'host' ? host : value;
    if (known === undefined) values.set(key, { name, all: [given] });
    else known.all.push(given);
  }
  for (const { name, all } of values.values())
    outgoing.setHeader(name, all.length === 1 ? (all[0] ?? '') : all);
};

const isOver = ({ length, bytes }: Kept): { readonly length?: number } =>
  length > bytes.length ? { length } : {};

/** What goes by, and what the way through cost. */
export type Passed = Observed & {
  /** Milliseconds that the message would not have taken without whoever stands between. */
  readonly added: number;
};

export type RelayOptions = {
  readonly port: number;
  readonly hostname: string;
  /** Base address of the system that is behind. */
  readonly to: string;
  /** Its role. */
  readonly as: Role;
  readonly now: () => number;
  readonly elapsed: () => number;
  /** Told of each exchange after it has ended. */
  readonly seen: (passed: Passed) => void;
};

export type Relay = { readonly url: string; readonly close: () => Promise<void> };

/**
 * Stands between a caller and a system: bytes go on as they come, both ways, and nothing is said that the other side
 * has not said. Where the system does not answer, the connection is closed.
 */
export const relay = (options: RelayOptions): Promise<Relay> => {
  const { to, as, now, elapsed, seen } = options;
  const target = new URL(to);
  const base = target.pathname.replace(/\/$/, '');
  const send = target.protocol === 'https:' ? requestHttps : requestHttp;

  const pass = (incoming: IncomingMessage, back: ServerResponse, isExpecting: boolean): void => {
    const arrived = elapsed();
    const at = now();
    const { method = 'GET', url = '/', rawHeaders } = incoming;
    const path = `${base}${url}`;
    const sent = keeping();
    const said = keeping();
    let isTold = false;
    const headers = pairs(rawHeaders);
    const outgoing = send({
      host: target.hostname,
      port: target.port,
      method,
      path,
      setHost: false,
      agent: false,
      // nothing of the way back is changed, however odd it is
      insecureHTTPParser: true,
      maxHeaderSize: HEADER_BYTES,
    });
    const tell = (more: Pick<Observed, 'response' | 'unanswered'>, added: number): void => {
      if (isTold) return;
      isTold = true;
      const request = sent.end();
      seen({
        to: as,
        method,
        url: `${target.origin}${path}`,
        request: { headers, bytes: request.bytes, ...isOver(request), at },
        ...more,
        milliseconds: Math.round(elapsed() - arrived),
        added,
      });
    };
    const lose = (error: unknown): void => {
      outgoing.destroy();
      incoming.socket.destroy();
      tell({ unanswered: howOf(error) }, elapsed() - arrived);
    };
    asItCame(outgoing);
    setAll(outgoing, headers, target.host);
    const forwarded = elapsed() - arrived;
    incoming.on('data', (part: Buffer) => sent.add(part));
    incoming.on('end', () => outgoing.addTrailers(pairs(incoming.rawTrailers)));
    incoming.on('error', lose);
    incoming.pipe(outgoing);
    outgoing.on('continue', () => {
      if (isExpecting) back.writeContinue();
    });
    outgoing.on('error', lose);
    outgoing.on('response', (answer) => {
      const answeredAt = elapsed();
      asItCame(back);
      back.sendDate = false;
      back.writeHead(answer.statusCode ?? 0, answer.statusMessage, answer.rawHeaders);
      back.flushHeaders();
      const turned = elapsed() - answeredAt;
      answer.on('data', (part: Buffer) => said.add(part));
      answer.on('error', lose);
      answer.on('end', () => {
        back.addTrailers(pairs(answer.rawTrailers));
        const response = said.end();
        tell(
          {
            response: {
              status: answer.statusCode ?? 0,
              headers: pairs(answer.rawHeaders),
              bytes: response.bytes,
              ...isOver(response),
              at: now(),
            },
          },
          forwarded + turned,
        );
      });
      answer.pipe(back);
    });
    // whoever asked has gone: nobody is told the answer any more
    back.on('close', () => {
      if (!back.writableFinished) lose(new DOMException('the caller has gone', 'AbortError'));
    });
  };

  return new Promise((resolve, reject) => {
    const server = createServer(
      {
        insecureHTTPParser: true,
        requireHostHeader: false,
        maxHeaderSize: HEADER_BYTES,
        // a relay has no patience of its own, and answers nothing
        requestTimeout: 0,
        headersTimeout: 0,
        keepAliveTimeout: 0,
      },
      (incoming, back) => pass(incoming, back, false),
    );
    server.on('checkContinue', (incoming, back) => pass(incoming, back, true));
    server.on('clientError', (_error, socket) => socket.destroy());
    server.on('error', reject);
    server.listen(options.port, options.hostname, () => {
      const { port } = server.address() as AddressInfo;
      resolve({
        url: `http://${options.hostname}:${port}`,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      });
    });
  });
};
