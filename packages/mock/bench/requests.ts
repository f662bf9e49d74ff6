// Requests a second of `openwaybill mock` (memory) against a bare node:http server with the same validation and, where its folder is given,
// against Prism; with the start to the first answer, and the memory that each holds afterwards. All in turn, in one run.
// Prism is no dependency: mkdir /tmp/prism; npm install --prefix /tmp/prism --ignore-scripts @stoplight/prism-cli@5.16.0
// Run: node packages/mock/bench/requests.ts [--rounds 5] [--seconds 3] [--prism /tmp/prism]    (of what is built)
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { orderPaths } from './order-paths.ts';
import {
  CONNECTIONS,
  load,
  median,
  memoryOf,
  type Rate,
  type Server,
  start,
  warm,
} from './servers.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '3' },
    prism: { type: 'string' },
  },
});
const [rounds, seconds] = [Number(values.rounds), Number(values.seconds)];
if (!(rounds >= 1 && seconds > 0)) {
  console.error(
    'requests.ts: --rounds and --seconds are numbers; write --rounds 5 --seconds 3 [--prism folder]',
  );
  process.exit(2);
}

const COMMAND = join(import.meta.dirname, '../../../cli/bin/openwaybill.js');
const MOCK = ['mock', '--role', 'courier', '--store', 'memory', '--json'];
const METHODS = ['POST', 'GET', 'GET anew'] as const;
const folder = mkdtempSync(join(tmpdir(), 'openwaybill-bench-'));

const prism = (installed: string): Promise<Server> => {
  const document = join(folder, 'orders.json');
  writeFileSync(document, orderPaths());
  const program = join(installed, 'node_modules/@stoplight/prism-cli/dist/index.js');
  return start('prism', (port) => [
    ...[program, 'mock', '--port', String(port), '--verboseLevel', 'silent', document],
  ]);
};

const starters: readonly (() => Promise<Server>)[] = [
  () => start('bare', (port) => [join(import.meta.dirname, 'bare.mjs'), String(port)]),
  () => start('mock', (port) => [COMMAND, ...MOCK, '--port', String(port)], true),
  ...(values.prism === undefined ? [] : [() => prism(values.prism ?? '')]),
];

const servers: Server[] = [];
const starts = new Map<string, number[]>();
const rates = new Map<string, Rate[]>();
const note = <T>(into: Map<string, T[]>, key: string, value: T): void => {
  into.set(key, [...(into.get(key) ?? []), value]);
};
try {
  // the last start of each stays
  for (let round = 0; round < rounds; round += 1) {
    for (const { child } of servers.splice(0)) child.kill();
    for (const starter of starters) {
      const server = await starter();
      servers.push(server);
      note(starts, server.name, server.startedIn);
    }
  }
  for (const server of servers) await warm(server);
  for (let round = 0; round < rounds; round += 1)
    for (const method of METHODS)
      for (const server of servers)
        note(rates, `${method} ${server.name}`, await load(server, method, seconds));
  const shown = (what: string, of: (server: Server) => number, digits: number): void => {
    const [bare = Number.NaN, mock = Number.NaN, other] = servers.map(of);
    console.log(
      `${what.padEnd(28)} bare ${bare.toFixed(digits)}  mock ${mock.toFixed(digits)}  mock/bare ${(mock / bare).toFixed(2)}` +
        (other === undefined
          ? ''
          : `  prism ${other.toFixed(digits)}  mock/prism ${(mock / other).toFixed(2)}`),
    );
  };
  for (const method of METHODS)
    for (const [name, by] of [
      ['a second', 'answered'],
      ['a second of processor', 'perCpu'],
    ] as const)
      shown(
        `${method} ${name}`,
        (server) => median((rates.get(`${method} ${server.name}`) ?? []).map((one) => one[by])),
        0,
      );
  shown('seconds to the first answer', ({ name }) => median(starts.get(name) ?? []), 3);
  shown('MiB held afterwards', memoryOf, 0);
  console.log(
    `medians of ${rounds} rounds of ${seconds} s, ${CONNECTIONS} connections; goals: 0.7 of bare, 5 and 4 times Prism (GET, POST), 0.35 s, 0.6 of Prism's memory`,
  );
} finally {
  for (const { child } of servers) child.kill();
  rmSync(folder, { recursive: true });
}
