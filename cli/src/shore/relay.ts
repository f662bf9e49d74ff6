import {
  type ClientRequest,
  createServer as createHttp,
  type IncomingMessage,
  request as requestHttp,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttps, request as requestHttps } from 'node:https';
import type { AddressInfo } from 'node:net';
import { MOST_BYTES, type Observed } from '@openwaybill/conformance';
import type { Role } from '@openwaybill/schemas';
import { originOf, withoutBrackets } from './listen-at.ts';
import { howOf } from './node-shore.ts';

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
      // all of a body is passed on
      if (kept < MOST_BYTES) parts.push(part.subarray(0, MOST_BYTES - kept));
      kept = Math.min(MOST_BYTES, kept + part.length);
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

/** A certificate and its key, in PEM. */
export type OwnCertificate = { readonly cert: string; readonly key: string };

export type RelayOptions = {
  readonly port: number;
  readonly hostname: string;
  /** Base address of the system that is behind. */
  readonly to: string;
  /** Its role. */
  readonly as: Role;
  /** For callers that speak TLS; absent: plain HTTP. */
  readonly own?: OwnCertificate;
  readonly now: () => number;
  readonly elapsed: () => number;
  /** Told of each exchange after it has ended. */
  readonly seen: (passed: Passed) => void;
  /** Told of each exchange that could not be passed on, which is nobody's fault but ours. */
  readonly lost: (error: unknown) => void;
};

export type Relay = { readonly url: string; readonly close: () => Promise<void> };

const ABSOLUTE = /^https?:\/\/[^/?#]*/i;

/** What a request names (RFC 9112 section 3.2), as the system behind is asked for it, and its address. */
const targetOf = (
  given: string,
  { origin, base }: { readonly origin: string; readonly base: string },
): { readonly path: string; readonly url: string } => {
  // the server as a whole
  if (given === '*') return { path: '*', url: origin };
  const named = ABSOLUTE.exec(given)?.[0];
  const path = `${base}${given.slice(named?.length ?? 0)}`;
  const url = `${origin}${path}`;
  return { path: named === undefined ? path : url, url };
};

/**
 * Stands between a caller and a system: bytes go on as they come, both ways, and nothing is said that the other side
 * has not said. Where the system does not answer, the connection is closed.
 */
export const relay = (options: RelayOptions): Promise<Relay> => {
  const { to, as, own, now, elapsed } = options;
  const target = new URL(to);
  const behind = { origin: target.origin, base: target.pathname.replace(/\/$/, '') };
  const send = target.protocol === 'https:' ? requestHttps : requestHttp;
  let isClosed = false;

  const pass = (incoming: IncomingMessage, back: ServerResponse, isExpecting: boolean): void => {
    const arrived = elapsed();
    const at = now();
    const { method = 'GET', rawHeaders } = incoming;
    const { path, url } = targetOf(incoming.url ?? '/', behind);
    const sent = keeping();
    const said = keeping();
    const headers = pairs(rawHeaders);
    let outgoing: ClientRequest | undefined;
    let isTold = false;
    /** Once an exchange; what we ourselves cut off at the end is no exchange of theirs. */
    const tellOnce = (tell: () => void): void => {
      if (isTold || isClosed) return;
      isTold = true;
      tell();
    };
    const tell = (more: Pick<Observed, 'response' | 'unanswered'>, added: number): void =>
      tellOnce(() => {
        const request = sent.end();
        options.seen({
          to: as,
          method,
          url,
          request: { headers, bytes: request.bytes, ...isOver(request), at },
          ...more,
          milliseconds: Math.round(elapsed() - arrived),
          added,
        });
      });
    const hangUp = (): void => {
      outgoing?.destroy();
      incoming.socket.destroy();
    };
    const lose = (error: unknown): void => {
      hangUp();
      tell({ unanswered: howOf(error) }, elapsed() - arrived);
    };
    /** What Node reads and will not write throws, and would end all of us. */
    const guarded =
      <A extends readonly unknown[]>(act: (...given: A) => void) =>
      (...given: A): void => {
        try {
          act(...given);
        } catch (error) {
          hangUp();
          tellOnce(() => options.lost(error));
        }
      };
    const answered = (answer: IncomingMessage, forwarded: number): void => {
      const answeredAt = elapsed();
      asItCame(back);
      back.sendDate = false;
      back.writeHead(answer.statusCode ?? 0, answer.statusMessage, answer.rawHeaders);
      back.flushHeaders();
      const turned = elapsed() - answeredAt;
      answer.on('data', (part: Buffer) => said.add(part));
      answer.on('error', lose);
      answer.on(
        'end',
        guarded(() => {
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
        }),
      );
      answer.pipe(back);
    };
    // whoever asked has gone: nobody is told the answer any more
    back.on('close', () => {
      if (!back.writableFinished) lose(new DOMException('the caller has gone', 'AbortError'));
    });
    guarded(() => {
      const going = send({
        host: withoutBrackets(target.hostname),
        port: target.port,
        method,
        path,
        setHost: false,
        agent: false,
        // nothing of the way back is changed, however odd it is
        insecureHTTPParser: true,
        maxHeaderSize: HEADER_BYTES,
      });
      outgoing = going;
      going.on('error', lose);
      let hasAnswer = false;
      // the system hung up, or changed to a protocol that nobody here speaks
      going.on('close', () => {
        if (!hasAnswer) lose(new DOMException('no answer came', 'AbortError'));
      });
      asItCame(going);
      setAll(going, headers, target.host);
      // at once: whoever expects to be told to go on sends nothing before, and Node adds no length of its own
      going.flushHeaders();
      const forwarded = elapsed() - arrived;
      incoming.on('data', (part: Buffer) => sent.add(part));
      incoming.on(
        'end',
        guarded(() => going.addTrailers(pairs(incoming.rawTrailers))),
      );
      incoming.on('error', lose);
      incoming.pipe(going);
      going.on(
        'continue',
        guarded(() => {
          if (isExpecting) back.writeContinue();
        }),
      );
      going.on(
        'response',
        guarded((answer: IncomingMessage) => {
          hasAnswer = true;
          answered(answer, forwarded);
        }),
      );
    })();
  };

  return new Promise((resolve, reject) => {
    const open = {
      insecureHTTPParser: true,
      requireHostHeader: false,
      maxHeaderSize: HEADER_BYTES,
      // a relay has no patience of its own, and answers nothing
      requestTimeout: 0,
      headersTimeout: 0,
      keepAliveTimeout: 0,
    };
    const server = own === undefined ? createHttp(open) : createHttps({ ...open, ...own });
    server.on('request', (incoming, back) => pass(incoming, back, false));
    server.on('checkContinue', (incoming, back) => pass(incoming, back, true));
    server.on('checkExpectation', (incoming, back) => pass(incoming, back, false));
    server.on('clientError', (_error, socket) => socket.destroy());
    server.on('error', reject);
    server.listen(options.port, options.hostname, () => {
      const { port } = server.address() as AddressInfo;
      resolve({
        url: originOf(own === undefined ? 'http' : 'https', options.hostname, port),
        close: () =>
          new Promise((done) => {
            isClosed = true;
            server.close(() => done());
            server.closeAllConnections();
          }),
      });
    });
  });
};
