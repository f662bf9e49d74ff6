import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { CLIENT_MODULES, generateClient } from '@openwaybill/client/generate';
import { expect, onTestFinished, test } from 'vitest';
import { MATERIAL } from '../src/generated/material.ts';
import type { CallerRole } from '../src/index.ts';
import { localServer } from './local-server.ts';
import { draft, order, refusal, waybill } from './messages.ts';

const run = promisify(execFile);
const TSC = fileURLToPath(new URL('../../../node_modules/typescript/bin/tsc', import.meta.url));
const ROLES = [...new Set(MATERIAL.operations.flatMap(({ calledBy }) => calledBy))] as CallerRole[];

/** A folder with nothing but these files. */
const project = (files: ReadonlyMap<string, string>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'openwaybill-client-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
};

/** What the compiler says, which is nothing when it has nothing to say. */
const compile = async (folder: string): Promise<string> => {
  try {
    return (await run(process.execPath, [TSC, '-p', folder])).stdout;
  } catch (failed) {
    return (failed as { readonly stdout: string }).stdout;
  }
};

const below = (folder: string, files: ReadonlyMap<string, string>) =>
  [...files].map(([path, text]) => [`${folder}/${path}`, text] as const);

const STRICT = JSON.stringify({
  compilerOptions: {
    target: 'ES2022',
    lib: ['ES2022', 'DOM'],
    types: [],
    module: 'ESNext',
    moduleResolution: 'Bundler',
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noImplicitOverride: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    verbatimModuleSyntax: true,
    erasableSyntaxOnly: true,
    allowImportingTsExtensions: true,
    noEmit: true,
  },
});

test('the client of a role compiles by its own configuration', async () => {
  expect(await compile(project(generateClient({ role: 'platform', language: 'ts' })))).toBe('');
});

test('the client of every role compiles in an empty project', async () => {
  expect(ROLES).toHaveLength(13);
  const clients = ROLES.flatMap((role) => below(role, generateClient({ role, language: 'ts' })));
  expect(await compile(project(new Map([['tsconfig.json', STRICT], ...clients])))).toBe('');
});

test('the client of a module compiles by itself, be there calls or none', async () => {
  const clients = ['claims', 'vehicle', 'waybill'].flatMap((module) =>
    below(module, generateClient({ role: 'platform', language: 'ts', modules: [module] })),
  );
  expect(await compile(project(new Map([['tsconfig.json', STRICT], ...clients])))).toBe('');
});

test('a client in Go imports what it uses and nothing else', () => {
  const unfit = CLIENT_MODULES.filter((module) => {
    const files = generateClient({ role: 'platform', language: 'go', modules: [module] });
    const text = files.get('client.go') ?? '';
    const [imports = ''] = /import \([^)]*\)/.exec(text) ?? [];
    return ['context.', 'url.Values', 'strconv.'].some(
      (use, at) =>
        text.includes(use) !== imports.includes(['"context"', '"net/url"', '"strconv"'][at] ?? ''),
    );
  });
  expect(CLIENT_MODULES.length).toBeGreaterThan(20);
  expect(unfit).toEqual([]);
});

test('the compiler sees what does not fit', async () => {
  const wrong = `import { connect } from './client/index.ts';
await connect({ baseUrl: 'https://courier.test' }).createWaybill({ body: { orderNo: 1 } });
await connect({ baseUrl: 'https://courier.test' }).requestReveal();
`;
  const files = new Map([
    ['tsconfig.json', STRICT],
    ['main.ts', wrong],
    ...below('client', generateClient({ role: 'platform', language: 'ts' })),
  ]);
  const said = await compile(project(files));
  expect(
    [...said.matchAll(/^(\S+\.ts)\((\d+),\d+\)/gm)].map(([, file, line]) => [file, line]),
  ).toEqual([
    [expect.stringMatching(/main\.ts$/), '2'],
    [expect.stringMatching(/main\.ts$/), '3'],
  ]);
});

test('a client imports nothing but itself', () => {
  const files = generateClient({ role: 'courier', language: 'ts' });
  const imported = [...files].flatMap(([path, text]) =>
    [...text.matchAll(/\bfrom '([^']+)'/g)].map(([, to = '']) =>
      new URL(to, `file:///${path}`).pathname.slice(1),
    ),
  );
  expect(imported.length).toBeGreaterThan(0);
  expect(imported.filter((path) => !files.has(path))).toEqual([]);
});

test('a client carries the run time of this package as it is', () => {
  const files = generateClient({ role: 'courier', language: 'ts' });
  const folder = new URL('../src/', import.meta.url);
  const paths = [
    'ambient.ts',
    ...readdirSync(new URL('runtime/', folder)).map((name) => `runtime/${name}`),
  ];
  for (const path of paths)
    expect([path, files.get(path)]).toEqual([path, readFileSync(new URL(path, folder), 'utf8')]);
});

test('a client has the operations and events of its role', () => {
  const calls = generateClient({ role: 'platform', language: 'ts' }).get('generated/calls.ts');
  expect(calls).toContain('  createWaybill: {');
  expect(calls).not.toContain('  requestReveal: {');
  expect(calls).toContain("'org.openwaybill.waybill.status.changed'");
  expect(calls).not.toContain("'org.openwaybill.consignee.reveal.changed'");
});

test('a client calls, repeats and walks over a connection', async () => {
  const server = await localServer(
    refusal('RATE_LIMITED', { 'retry-after': '0' }),
    { status: 201, headers: { etag: '"2"' }, json: waybill },
    { json: { items: [order], nextCursor: 'c1' } },
    { json: { items: [order] } },
    refusal('NOT_FOUND'),
  );
  const main = `import { connect, known } from './client/index.ts';
const courier = connect({ baseUrl: '${server.url}', token: 'abc' });
const made = await courier.createWaybill({ body: ${JSON.stringify(draft)} });
const numbers: string[] = [];
for await (const order of courier.listOrders.all()) numbers.push(order.orderNo);
const missing = await courier.getOrder({ path: { orderNo: 'SO-2' } });
console.log(
  JSON.stringify({
    waybillNo: made.ok && made.value.waybillNo,
    revision: made.ok && made.revision,
    numbers,
    missing: !missing.ok && missing.problem.code,
    reason: known('RejectReason', 'ADDED_LATER').code,
  }),
);
export {};
`;
  const folder = project(
    new Map([
      ['tsconfig.json', STRICT],
      ['package.json', JSON.stringify({ type: 'module' })],
      ['main.ts', main],
      ...below('client', generateClient({ role: 'platform', language: 'ts' })),
    ]),
  );
  expect(await compile(folder)).toBe('');
  const { stdout } = await run(process.execPath, [join(folder, 'main.ts')]);
  expect(JSON.parse(stdout)).toEqual({
    waybillNo: waybill.waybillNo,
    revision: 2,
    numbers: [order.orderNo, order.orderNo],
    missing: 'NOT_FOUND',
    reason: 'OTHER',
  });
  const [first, second] = server.arrived.map(({ headers }) => headers['idempotency-key']);
  expect(second).toBe(first);
});
