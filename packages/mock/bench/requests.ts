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
    child.on('message', (message) =>
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

const load = async (server: Server, method: 'GET' | 'POST'): Promise<number> => {
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
  return (count * 1000) / (performance.now() - begun);
};

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const servers = [await start('bare'), await start('mock')];
const filling = new Agent({ keepAlive: true });
for (const server of servers)
  for (const orderNo of READABLE) await once(filling, server, 'POST', orderNo);
filling.destroy();
const rates = new Map<string, number[]>();
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
for (const method of ['POST', 'GET'] as const) {
  const [bare, mock] = ['bare', 'mock'].map((name) => median(rates.get(`${method} ${name}`) ?? []));
  console.log(
    `${method.padEnd(5)} bare ${Math.round(bare ?? 0)}/s  mock ${Math.round(mock ?? 0)}/s  ratio ${((mock ?? 0) / (bare ?? 1)).toFixed(2)}  (median of ${ROUNDS} rounds of ${SECONDS} s, ${CONNECTIONS} connections)`,
  );
}
