import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createServer } from 'node:net';
import { registry } from '@openwaybill/schemas';

export type Method = 'GET' | 'POST';

/** A server of the comparison, in a process of its own. */
export type Server = {
  readonly name: string;
  readonly port: number;
  readonly token: string;
  readonly child: ChildProcess;
  /** Seconds from its start to its first answer. */
  readonly startedIn: number;
};

const [order] = Object.values(registry.schemas.get('OrderSubmission')?.examples.valid ?? {});

/** One order that is sent, or one that is read; answers the status. */
export const once = (
  agent: Agent,
  { port, token }: Pick<Server, 'port' | 'token'>,
  method: Method,
  orderNo: string,
): Promise<number> => {
  const body = method === 'POST' ? JSON.stringify({ ...(order as object), orderNo }) : undefined;
  return new Promise((resolve, reject) => {
    const out = request(
      {
        agent,
        port,
        host: '127.0.0.1',
        method,
        path: method === 'POST' ? '/v1/orders' : `/v1/orders/${orderNo}`,
        headers: {
          Authorization: `Bearer ${token}`,
          'OpenWaybill-Version': '1.0',
          ...(body === undefined
            ? {}
            : {
                'Content-Type': 'application/json',
                'Content-Length': Buffer.byteLength(body),
                'Idempotency-Key': randomUUID(),
                // RFC 7240: of its examples Prism would take the first, the answer to a repeat
                Prefer: 'code=201',
              }),
        },
      },
      (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode ?? 0));
      },
    );
    out.on('error', reject);
    out.end(body);
  });
};

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { readonly port: number };
      probe.close(() => resolve(port));
    });
  });

/** Milliseconds between two looks at a server that starts. */
const LOOK_AGAIN = 2;

/** The status of an answer; nothing where nobody answers yet. */
const statusAt = async (agent: Agent, port: number): Promise<number | undefined> => {
  try {
    return await once(agent, { port, token: 'none' }, 'GET', 'NONE');
  } catch (error) {
    // a port that nobody listens on yet refuses, and a server that is about to may hang up
    if (['ECONNREFUSED', 'ECONNRESET'].includes(String((error as NodeJS.ErrnoException).code)))
      return undefined;
    throw error;
  }
};

/** Starts a program with a port, and waits until it answers, and has told its token where it has one. */
export const start = async (
  name: string,
  argumentsOf: (port: number) => readonly string[],
  hasToken = false,
): Promise<Server> => {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, argumentsOf(port), {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += chunk;
  });
  const agent = new Agent();
  let startedIn: number | undefined;
  while (child.exitCode === null) {
    const status = startedIn === undefined ? await statusAt(agent, port) : undefined;
    // the port is there before the party is
    if (status !== undefined && status !== 503) startedIn = (performance.now() - began) / 1000;
    const token = /"token":"([^"]+)"/.exec(said)?.[1];
    if (startedIn !== undefined && (token !== undefined || !hasToken))
      return { name, port, token: token ?? 'none', child, startedIn };
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN));
  }
  throw new Error(`${name} ended with ${child.exitCode}: ${said}`);
};

/** Milliseconds of a clock tick of Linux, in which it counts. */
const TICK = 10;

/** Milliseconds of processor that a server has taken so far. */
const cpuOf = ({ child }: Server): number => {
  const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * TICK;
};

/** Mebibytes of memory that a server holds now. */
export const memoryOf = ({ child }: Server): number =>
  Number(/VmRSS:\s+([0-9]+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024;

export const CONNECTIONS = 32;

/** Orders that are there to be read. */
const READABLE = Array.from({ length: 100 }, (_, index) => `READ-${index}`);
let serial = 0;

const nextOrder = (method: Method): string => {
  serial += 1;
  return method === 'POST' ? `BENCH-${serial}` : (READABLE[serial % READABLE.length] ?? '');
};

/** Requests that come before any is counted: until then a program is compiled while it runs. */
const WARMING = 2_000;

/** Puts the orders that are read, and then asks until the server has seen enough of both. */
export const warm = async (server: Server): Promise<void> => {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  for (const orderNo of READABLE) await once(agent, server, 'POST', orderNo);
  for (const method of ['POST', 'GET'] as const)
    for (let at = 0; at < WARMING; at += CONNECTIONS)
      await Promise.all(
        Array.from({ length: CONNECTIONS }, () => once(agent, server, method, nextOrder(method))),
      );
  agent.destroy();
};

/** Answers a second, and answers a second of processor time, which says more where others work on the machine. */
export type Rate = { readonly answered: number; readonly perCpu: number };

/** Asks a server for some seconds, from as many connections as it takes to keep it busy. */
export const load = async (server: Server, method: Method, seconds: number): Promise<Rate> => {
  const cpuBefore = cpuOf(server);
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const begun = performance.now();
  const until = begun + seconds * 1000;
  let count = 0;
  const worker = async () => {
    while (performance.now() < until) {
      const status = await once(agent, server, method, nextOrder(method));
      if (status !== (method === 'POST' ? 201 : 200))
        throw new Error(`${server.name} answered ${status} to ${method}`);
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, worker));
  agent.destroy();
  return {
    answered: (count * 1000) / (performance.now() - begun),
    perCpu: (count * 1000) / (cpuOf(server) - cpuBefore),
  };
};

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
