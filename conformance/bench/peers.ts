// Gives the same faults of the courier as server to a public tester of HTTP interfaces and to this suite, and counts what
// each catches. The peer is no dependency of the project:
//   python3 -m venv peer && peer/bin/pip install schemathesis
//   node --conditions=@openwaybill/source conformance/bench/peers.ts --peer peer/bin/schemathesis [--faults 40] [--examples 3]
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createMock, memoryStore } from '@openwaybill/mock';
import { listen } from '@openwaybill/mock/node';
import { requirementOf } from '../src/catalogue/catalogue.ts';
import { randomOf, shuffled } from '../src/drive/random.ts';
import { faults } from '../src/faults/index.ts';
import { cleanOf } from '../src/prove/clean.ts';
import { proveFault } from '../src/prove/prove-fault.ts';
import { type ReferenceMaker, referenceOf } from '../src/prove/reference.ts';
import { check } from '../src/run.ts';
import type { Bend } from '../src/words.ts';
import { maker, reference } from '../test/reference.ts';

const { values } = parseArgs({
  options: {
    peer: { type: 'string' },
    faults: { type: 'string', default: '40' },
    examples: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
  },
});
if (values.peer === undefined) throw new Error('name the program of the peer with --peer');
const peer = resolve(values.peer);
const seed = Number(values.seed);

const OPENAPI = join(
  import.meta.dirname,
  ...['..', '..', 'schemas', 'published', 'next', 'openapi', 'courier.json'],
);
const PLATFORM = 'PLATFORM1';

/** Faults of the courier that its answers to requests show: what a tester of a server can see at all. */
const ofServer = faults.filter(
  ({ role, claims, violates }) =>
    role === 'courier' &&
    claims === undefined &&
    violates.every((id) => requirementOf(id).position === 'server') &&
    violates.some((id) => requirementOf(id).tier === 'W'),
);
const chosen = shuffled(randomOf(seed, 'peers'), ofServer).slice(0, Number(values.faults));

/** The reference with a fault, on a port, and the token of a platform. */
const served = async (bend: Bend) => {
  let token = '';
  const open: ReferenceMaker<Parameters<typeof maker.start>[0]> = {
    ...maker,
    complete: (options, wish) => ({ ...maker.complete(options, wish), developmentTokens: true }),
    start: async (options) => {
      const mock = await createMock({ ...options, store: options.store ?? memoryStore() });
      token = mock.developmentTokens.get(PLATFORM) ?? '';
      return { fetch: mock.fetch, settled: mock.settled };
    },
  };
  const system = await referenceOf(open, { role: 'courier', bend });
  const listening = await listen(
    (request) => system.shore.fetch(request, { milliseconds: 10_000 }),
    { port: 0, hostname: '127.0.0.1' },
  );
  return { ...listening, token, fired: system.fired };
};

const run = (program: string, cwd: string, args: readonly string[]): Promise<void> =>
  new Promise((done, reject) => {
    const child = spawn(program, args, { cwd, stdio: 'ignore' });
    child.on('error', reject);
    child.on('exit', () => done());
  });

type Complaints = {
  readonly found: ReadonlySet<string>;
  readonly fired: number;
};

type PeerReport = {
  readonly failures: readonly { readonly type: string; readonly operations: readonly string[] }[];
};

/** What the peer complains about, by its check and the operation: what it drew for it differs from run to run. */
const complaintsOf = async (bend: Bend, operations: readonly string[]): Promise<Complaints> => {
  const system = await served(bend);
  const folder = mkdtempSync(join(tmpdir(), 'openwaybill-peer-'));
  const report = join(folder, 'report.json');
  try {
    await run(peer, folder, [
      ...['run', OPENAPI, '--url', system.url],
      ...['--header', `Authorization: Bearer ${system.token}`],
      ...operations.flatMap((id) => ['--include-operation-id', id]),
      ...['--phases', 'examples,fuzzing,stateful', '--max-examples', values.examples],
      ...['--seed', values.seed, '--no-shrink', '--continue-on-failure'],
      ...['--report', 'json', '--report-json-path', report],
    ]);
    const { failures } = JSON.parse(readFileSync(report, 'utf8')) as PeerReport;
    return {
      found: new Set(
        failures.flatMap(({ type, operations: where }) => where.map((one) => `${type} ${one}`)),
      ),
      fired: system.fired(),
    };
  } finally {
    await system.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Without these there is nothing for any other operation to be about. */
const FIRST: readonly string[] = ['submitOrder', 'createWaybill'];

const own = await check({ ...(await reference('courier')), role: 'courier' });
const clean = cleanOf(own);
const rows = [];
for (const fault of chosen)
  rows.push(await proveFault(fault, { clean, maker, elapsed: () => performance.now() }));
const concerned = rows.map(({ evidence }) => [
  ...new Set([...FIRST, ...evidence.flatMap(({ operation }) => operation ?? [])]),
]);
const usual = await complaintsOf({}, [...new Set(concerned.flat())]);
console.log(`${usual.found.size} complaints about the reference without a fault`);

let [ours, theirs, met] = [0, 0, 0];
for (const [at, fault] of chosen.entries()) {
  const { found, fired } = await complaintsOf(fault.bend, concerned[at] ?? []);
  const news = [...found].filter((one) => !usual.found.has(one));
  const isKilled = rows[at]?.judgement === 'KILLED';
  if (isKilled) ours += 1;
  if (news.length > 0) theirs += 1;
  if (fired > 0) met += 1;
  console.log(
    [fault.id, isKilled ? 'killed' : rows[at]?.judgement, `fired ${fired}`, ...news].join('  '),
  );
}
console.log(`
| | faults | caught | complaints about the reference without a fault |
| --- | --- | --- | --- |
| this suite | ${chosen.length} | ${ours} | ${own.result.findings.length} |
| Schemathesis | ${chosen.length} (${met} of them met) | ${theirs} | ${usual.found.size} |`);
