import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { SPOKEN_VERSION } from '@openwaybill/schemas';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';

/** The server that a full run names. */
export const SERVER = process.env.OPENWAYBILL_POSTGRES_URL ?? '';

type Tenant = 'SHOPONE' | 'SHOPTWO';

export type Answered = {
  readonly status: number;
  readonly retryAfter: string | null;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it has just compared
  readonly body: any;
};

/** A courier that runs in a process of its own. */
export type CourierProcess = {
  readonly url: string;
  readonly child: ChildProcess;
  readonly defects: readonly string[];
  readonly call: (
    method: string,
    path: string,
    body?: unknown,
    sent?: { readonly key?: string; readonly as?: Tenant },
  ) => Promise<Answered>;
  readonly kill: () => Promise<void>;
};

/** A schema that is emptied first, and administration of its server. */
export type Database = {
  readonly schema: string;
  /** Ends every connection that a store on the schema has. */
  readonly dropConnections: () => Promise<number>;
  readonly close: () => Promise<void>;
};

/** A schema of this name without tables. */
export const emptySchema = async (schema: string): Promise<Database> => {
  const db = new Kysely<Record<string, never>>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: SERVER, max: 1 }) }),
  });
  await sql`drop schema if exists ${sql.id(schema)} cascade`.execute(db);
  return {
    schema,
    dropConnections: async () => {
      const { rows } = await sql`
        select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = ${schema}`.execute(db);
      return rows.length;
    },
    close: () => db.destroy(),
  };
};

/** Starts a courier on a schema. */
export const startCourier = async (
  schema: string,
  { ahead = 0, publicUrl }: { readonly ahead?: number; readonly publicUrl?: string } = {},
): Promise<CourierProcess> => {
  const child = spawn(
    process.execPath,
    [
      '--conditions=@openwaybill/source',
      fileURLToPath(new URL('./shared-courier.ts', import.meta.url)),
      '--url',
      SERVER,
      '--schema',
      schema,
      '--ahead',
      String(ahead),
      ...(publicUrl === undefined ? [] : ['--public-url', publicUrl]),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const lines = createInterface(child.stdout);
  const [first] = await once(lines, 'line');
  const { url, tokens } = JSON.parse(String(first));
  const defects: string[] = [];
  lines.on('line', (line) => defects.push(JSON.parse(line).defect));
  return {
    url,
    child,
    defects,
    call: async (method, path, body, { key = crypto.randomUUID(), as = 'SHOPONE' } = {}) => {
      const answer = await fetch(`${url}/v1${path}`, {
        method,
        headers: {
          Authorization: `Bearer ${tokens[as]}`,
          'OpenWaybill-Version': SPOKEN_VERSION,
          ...(method === 'POST' ? { 'Idempotency-Key': key } : {}),
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      return {
        status: answer.status,
        retryAfter: answer.headers.get('Retry-After'),
        body: text === '' ? undefined : JSON.parse(text),
      };
    },
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exit = once(child, 'exit');
      child.kill('SIGKILL');
      await exit;
    },
  };
};

/** One delivery as it arrived. */
export type Arrived = { readonly id: string; readonly type: string; readonly sequence: string };

/** A receiver of events: it echoes challenges, and keeps what else arrives in order. */
export type Receiver = {
  readonly url: string;
  readonly arrived: readonly Arrived[];
  /** The greatest number of deliveries that it had to answer at once. */
  readonly atOnce: () => number;
  /** From now on it takes deliveries and does not answer. */
  readonly fallSilent: () => void;
  readonly speakAgain: () => void;
  /** Until so many have arrived. */
  readonly has: (count: number) => Promise<void>;
  readonly close: () => Promise<void>;
};

const textOf = async (request: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const part of request.setEncoding('utf8')) text += part;
  return text;
};

/** Listens on any port of this machine. */
export const startReceiver = async (): Promise<Receiver> => {
  const arrived: Arrived[] = [];
  const waiting = new Set<() => void>();
  let isSilent = false;
  let open = 0;
  let most = 0;
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    open += 1;
    most = Math.max(most, open);
    response.on('close', () => {
      open -= 1;
    });
    const { id, type, sequence, data } = JSON.parse(await textOf(request));
    if (data.challenge !== undefined) {
      response.end(JSON.stringify({ challenge: data.challenge }));
      return;
    }
    arrived.push({ id, type, sequence });
    if (!isSilent) response.writeHead(204).end();
    for (const look of waiting) look();
  };
  const server = createServer((request, response) => {
    take(request, response).catch((error: Error) => response.destroy(error));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`,
    arrived,
    atOnce: () => most,
    fallSilent: () => {
      isSilent = true;
    },
    speakAgain: () => {
      isSilent = false;
    },
    has: (count) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (arrived.length < count) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};

/** One address before several processes: each request goes to the next one. */
export type Balancer = {
  readonly url: string;
  /** How many requests each process was given. */
  readonly counts: readonly number[];
  readonly before: (processes: readonly Pick<CourierProcess, 'url'>[]) => void;
  readonly close: () => Promise<void>;
};

/** Listens on any port of this machine, with nobody behind it yet. */
export const startBalancer = async (): Promise<Balancer> => {
  let behind: readonly Pick<CourierProcess, 'url'>[] = [];
  const counts: number[] = [];
  let turn = 0;
  const server = createServer((incoming, outgoing) => {
    const at = turn % behind.length;
    turn += 1;
    counts[at] = (counts[at] ?? 0) + 1;
    const { method, headers, url = '/' } = incoming;
    const onwards = request(
      new URL(url, behind[at]?.url),
      { ...(method === undefined ? {} : { method }), headers },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    onwards.on('error', (error) => outgoing.destroy(error));
    incoming.pipe(onwards);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    counts,
    before: (processes) => {
      behind = processes;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
