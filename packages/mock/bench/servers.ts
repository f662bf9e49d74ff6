import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { registry } from '@openwaybill/schemas';
import { openWire, type Wire } from './wire.ts';

/** What is asked: `GET anew` is never the same request twice, so that no answer of before will do. */
export type Method = 'GET' | 'GET anew' | 'POST';

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

/** The text of a request: one order that is sent, or one that is read. */
const written = (
  { port, token }: Pick<Server, 'port' | 'token'>,
  method: Method,
  orderNo: string,
): string => {
  const isPost = method === 'POST';
  const body = isPost ? JSON.stringify({ ...(order as object), orderNo }) : '';
  return [
    `${isPost ? 'POST /v1/orders' : `GET /v1/orders/${orderNo}`} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    `Authorization: Bearer ${token}`,
    'OpenWaybill-Version: 1.0',
    ...(method === 'GET anew' ? [`X-Bench: ${randomUUID()}`] : []),
    ...(!isPost
      ? []
      : [
          'Content-Type: application/json',
          `Content-Length: ${Buffer.byteLength(body)}`,
          `Idempotency-Key: ${randomUUID()}`,
          // RFC 7240: of its examples Prism would take the first, the answer to a repeat
          'Prefer: code=201',
        ]),
    '',
    body,
  ].join('\r\n');
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

/** The token of servers that tell none. */
const NO_TOKEN = 'none';

/** The status of an answer; nothing where nobody answers yet. */
const statusAt = async (port: number): Promise<number | undefined> => {
  try {
    const wire = await openWire(port);
    const status = await wire.ask(written({ port, token: NO_TOKEN }, 'GET', 'NONE'));
    wire.close();
    return status;
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
  let startedIn: number | undefined;
  while (child.exitCode === null) {
    const status = startedIn === undefined ? await statusAt(port) : undefined;
    // the port is there before the party is
    if (status !== undefined && status !== 503) startedIn = (performance.now() - began) / 1000;
    const token = /"token":"([^"]+)"/.exec(said)?.[1];
    if (startedIn !== undefined && (token !== undefined || !hasToken))
      return { name, port, token: token ?? NO_TOKEN, child, startedIn };
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
const WARMING = 10_000;

/** Does work over as many connections as it takes to keep a server busy. */
const overWires = async (
  { port }: Server,
  work: (wire: Wire, index: number) => Promise<void>,
): Promise<void> => {
  const wires = await Promise.all(Array.from({ length: CONNECTIONS }, () => openWire(port)));
  await Promise.all(wires.map(work));
  for (const wire of wires) wire.close();
};

/** Puts the orders that are read, and then asks until the server has seen enough of both. */
export const warm = async (server: Server): Promise<void> => {
  await overWires(server, async (wire, index) => {
    for (let at = index; at < READABLE.length; at += CONNECTIONS)
      await wire.ask(written(server, 'POST', READABLE[at] ?? ''));
  });
  for (const method of ['POST', 'GET'] as const)
    await overWires(server, async (wire) => {
      for (let at = 0; at < WARMING; at += CONNECTIONS)
        await wire.ask(written(server, method, nextOrder(method)));
    });
};

/** Answers a second, and answers a second of processor time, which says more where others work on the machine. */
export type Rate = { readonly answered: number; readonly perCpu: number };

/** Asks a server for some seconds. */
export const load = async (server: Server, method: Method, seconds: number): Promise<Rate> => {
  const cpuBefore = cpuOf(server);
  const begun = performance.now();
  const until = begun + seconds * 1000;
  let count = 0;
  await overWires(server, async (wire) => {
    while (performance.now() < until) {
      const status = await wire.ask(written(server, method, nextOrder(method)));
      if (status !== (method === 'POST' ? 201 : 200))
        throw new Error(`${server.name} answered ${status} to ${method}`);
      count += 1;
    }
  });
  return {
    answered: (count * 1000) / (performance.now() - begun),
    perCpu: (count * 1000) / (cpuOf(server) - cpuBefore),
  };
};

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
