// Requests per second of the port shore against a bare node:http server with the same validation, interleaved.
// Run: node --conditions=@openwaybill/source packages/mock/bench/requests.ts [rounds] [seconds]
import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { registry } from '@openwaybill/schemas';

const ROUNDS = Number(process.argv[2] ?? 5);
const SECONDS = Number(process.argv[3] ?? 3);
const CONNECTIONS = 32;

type Server = {
  readonly name: string;
  readonly port: number;
  readonly token: string;
  readonly child: ChildProcess;
};

const start = (name: string): Promise<Server> =>
  new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'server.ts'), [name]);
    child.on('error', reject);
    child.once('message', (message) =>
      resolve({ name, child, ...(message as { port: number; token: string }) }),
    );
  });

const [order] = Object.values(registry.schemas.get('OrderSubmission')?.examples.valid ?? {});
let serial = 0;

const once = (
  agent: Agent,
  server: Server,
  method: 'GET' | 'POST',
  orderNo: string,
): Promise<number> => {
  const body = method === 'POST' ? JSON.stringify({ ...(order as object), orderNo }) : undefined;
  return new Promise((resolve, reject) => {
    const out = request(
      {
        agent,
        port: server.port,
        host: '127.0.0.1',
        method,
        path: method === 'POST' ? '/v1/orders' : `/v1/orders/${orderNo}`,
        headers: {
          Authorization: `Bearer ${server.token}`,
          'OpenWaybill-Version': '1.0',
          ...(body === undefined
            ? {}
            : {
                'Content-Type': 'application/json',
                'Content-Length': Buffer.byteLength(body),
                'Idempotency-Key': randomUUID(),
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

/** Orders that are there to be read. */
const READABLE = Array.from({ length: 100 }, (_, index) => `READ-${index}`);

const nextOrder = (method: 'GET' | 'POST'): string => {
  serial += 1;
  return method === 'POST' ? `BENCH-${serial}` : (READABLE[serial % READABLE.length] ?? '');
};

/** What a server has taken of a processor so far, in microseconds. */
const cpuOf = ({ child }: Server): Promise<number> =>
  new Promise((resolve) => {
    child.once('message', (message) => resolve((message as { readonly cpu: number }).cpu));
    child.send('cpu');
  });

/** Answers a second, and answers a second of processor time, which says more where others work on the machine. */
type Rate = { readonly answered: number; readonly perCpu: number };

const load = async (server: Server, method: 'GET' | 'POST'): Promise<Rate> => {
  const cpuBefore = await cpuOf(server);
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const until = performance.now() + SECONDS * 1000;
  const begun = performance.now();
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
  const taken = performance.now() - begun;
  const cpu = (await cpuOf(server)) - cpuBefore;
  return { answered: (count * 1000) / taken, perCpu: (count * 1e6) / cpu };
};

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const servers = [await start('bare'), await start('mock')];
const filling = new Agent({ keepAlive: true });
for (const server of servers)
  for (const orderNo of READABLE) await once(filling, server, 'POST', orderNo);
filling.destroy();
const rates = new Map<string, Rate[]>();
try {
  for (let round = 0; round < ROUNDS; round += 1)
    for (const method of ['POST', 'GET'] as const)
      for (const server of servers) {
        const key = `${method} ${server.name}`;
        rates.set(key, [...(rates.get(key) ?? []), await load(server, method)]);
      }
} finally {
  for (const { child } of servers) child.kill();
}
for (const method of ['POST', 'GET'] as const)
  for (const [name, by] of [
    ['a second', 'answered'],
    ['a second of processor', 'perCpu'],
  ] as const) {
    const [bare = Number.NaN, mock = Number.NaN] = ['bare', 'mock'].map((server) =>
      median((rates.get(`${method} ${server}`) ?? []).map((rate) => rate[by])),
    );
    console.log(
      `${method.padEnd(5)} ${name.padEnd(22)} bare ${Math.round(bare)}  mock ${Math.round(mock)}  ratio ${(mock / bare).toFixed(2)}`,
    );
  }
console.log(`median of ${ROUNDS} rounds of ${SECONDS} s, ${CONNECTIONS} connections; goal 0.7`);
