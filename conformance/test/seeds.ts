import { courier as example } from '../examples/courier.ts';
import { BUILT, introduced } from '../examples/introduced.ts';
import { onFastify } from '../examples/on-fastify.ts';
import { serveOnHttp } from '../examples/on-http.ts';
import type { AllCredentials } from '../src/drive/identity.ts';
import { memoryShore } from '../src/drive/memory-shore.ts';
import { check } from '../src/run.ts';
import type { RequirementId, Shore } from '../src/words.ts';
import { reference } from './reference.ts';
import { witnessCourier, witnessPlatform } from './witness.ts';

type System = {
  readonly url: string;
  readonly shore: Shore;
  readonly credentials: AllCredentials;
  readonly defects: readonly unknown[];
  readonly close?: () => Promise<void>;
};

/** An example is built so far, and asked of that much. */
const exampleOn = async (
  serve: (routesFor: (url: string) => ReturnType<typeof example>) => Promise<{
    readonly url: string;
    readonly fetch: (request: Request) => Promise<Response>;
    readonly close: () => Promise<void>;
  }>,
  seed: number,
): Promise<System> => {
  const { credentials, clients, partyId } = await introduced();
  const shore = memoryShore({ fetch: (request) => served.fetch(request), seed });
  const served = await serve((url) => example({ clients, partyId, url, now: shore.now }));
  return { url: served.url, shore, credentials, defects: [], close: served.close };
};

const onHttp = (seed: number): Promise<System> =>
  exampleOn(async (routesFor) => {
    const { url, close } = await serveOnHttp(routesFor);
    return { url, close, fetch: (request) => fetch(request) };
  }, seed);

const inFastify = (seed: number): Promise<System> =>
  exampleOn(async (routesFor) => {
    const url = 'https://example.test';
    const app = onFastify(await routesFor(url));
    return {
      url,
      close: async () => app.close(),
      fetch: async (request) => {
        const { pathname, search } = new URL(request.url);
        const body = Buffer.from(await request.arrayBuffer());
        const said = await app.inject({
          method: request.method as 'GET',
          url: `${pathname}${search}`,
          headers: Object.fromEntries(request.headers),
          ...(body.length === 0 ? {} : { payload: body }),
        });
        return new Response(said.rawPayload.length === 0 ? null : new Uint8Array(said.rawPayload), {
          status: said.statusCode,
          headers: Object.entries(said.headers).map(([name, value]) => [name, String(value)]),
        });
      },
    };
  }, seed);

/** Every system that ought to be found right, whatever the seed. */
export const SYSTEMS: Readonly<
  Record<
    string,
    {
      readonly role: 'courier' | 'platform';
      readonly start: (seed: number) => Promise<System>;
      /** What is built so far; the system claims more, and owes it. */
      readonly only?: readonly string[];
    }
  >
> = {
  'reference-courier': { role: 'courier', start: () => reference('courier') },
  'reference-platform': { role: 'platform', start: () => reference('platform') },
  'witness-courier': { role: 'courier', start: witnessCourier },
  'witness-platform': { role: 'platform', start: witnessPlatform },
  'example-http': {
    role: 'courier',
    start: onHttp,
    only: BUILT,
  },
  'example-fastify': {
    role: 'courier',
    start: inFastify,
    only: BUILT,
  },
};

/** What one run of one system came to: what it is blamed for, and what the suite or the system itself got wrong. */
export type Run = {
  readonly system: string;
  readonly seed: number;
  readonly findings: readonly string[];
  readonly harness: readonly string[];
  readonly defects: readonly string[];
  readonly open: readonly string[];
  readonly passed: number;
  readonly milliseconds: number;
};

/** Runs the suite over a system with a seed. */
export const runWith = async (system: string, seed: number): Promise<Run> => {
  const found = SYSTEMS[system];
  if (found === undefined) throw new Error(`there is no system ${system}`);
  const began = performance.now();
  const { close, defects, ...running } = await found.start(seed);
  const { result } = await check({
    ...running,
    role: found.role,
    seed,
    ...(found.only === undefined ? {} : { only: found.only as readonly RequirementId[] }),
  });
  await close?.();
  return {
    system,
    seed,
    findings: result.findings
      .filter(({ requirement }) => found.only?.includes(requirement) ?? true)
      .map(
        (one) =>
          `${one.requirement} ${one.case} @${one.at} ${one.scenario} ${one.operation}: wanted ${one.expected}, got ${one.actual} ${one.pointer ?? ''}`,
      ),
    harness: result.harness.map(({ issue }) => issue),
    defects: defects.map((error) => (error instanceof Error ? (error.stack ?? '') : String(error))),
    open: result.requirements.flatMap(({ id, outcome, cases }) =>
      outcome === 'inconclusive'
        ? `${id} ${cases
            .filter(({ isObligatory, state }) => isObligatory && state !== 'held')
            .map((one) => `${one.id}: ${one.reason}`)
            .join(', ')}`
        : [],
    ),
    passed: result.requirements.filter(({ outcome }) => outcome === 'passed').length,
    milliseconds: Math.round(performance.now() - began),
  };
};

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** `seeds.ts [--seeds N] [--from N] [system...]`: prints a row a system, and what was found below it. */
const main = async (words: readonly string[]): Promise<number> => {
  const numberAfter = (flag: string, otherwise: number): number => {
    const at = words.indexOf(flag);
    return at < 0 ? otherwise : Number(words[at + 1]);
  };
  const count = numberAfter('--seeds', 20);
  const from = numberAfter('--from', 1);
  const isTold = words.includes('--open');
  const named = words.filter((word) => Object.hasOwn(SYSTEMS, word));
  let wrong = 0;
  print('system               seeds  findings  harness  defects  passed      ms a run');
  for (const system of named.length === 0 ? Object.keys(SYSTEMS) : named) {
    const runs: Run[] = [];
    for (let seed = from; seed < from + count; seed += 1) runs.push(await runWith(system, seed));
    const sum = (of: (run: Run) => number): number => runs.reduce((all, run) => all + of(run), 0);
    const found = sum(({ findings }) => findings.length);
    const harness = sum((run) => run.harness.length);
    const defects = sum((run) => run.defects.length);
    const passed = [...new Set(runs.map((run) => run.passed))].sort((a, b) => a - b).join('..');
    const each = Math.round(sum(({ milliseconds }) => milliseconds) / runs.length);
    print(
      `${system.padEnd(20)} ${String(count).padStart(5)}  ${String(found).padStart(8)}  ${String(harness).padStart(7)}  ${String(defects).padStart(7)}  ${passed.padStart(6)}  ${String(each).padStart(12)}`,
    );
    for (const run of runs)
      for (const line of [
        ...run.findings,
        ...run.harness.map((issue) => `our own message: ${issue}`),
        ...run.defects.map((error) => `defect: ${error}`),
        ...(isTold ? run.open.map((one) => `open: ${one}`) : []),
      ])
        print(`  seed ${run.seed}: ${line}`);
    wrong += found + harness + defects;
  }
  return wrong === 0 ? 0 : 1;
};

if (process.argv[1] === import.meta.filename) process.exitCode = await main(process.argv.slice(2));
