import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nodeIo } from '../src/io.ts';
import { main } from '../src/main.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const run = promisify(execFile);

let copy = '';

beforeAll(() => {
  // below the room, so that packages are found; in a folder that is never committed
  const home = join(ROOT, 'cli', 'dist');
  mkdirSync(home, { recursive: true });
  copy = mkdtempSync(join(home, 'contributing-'));
  for (const folder of [join('schemas', 'src'), join('seeds', 'policy')])
    cpSync(join(ROOT, folder), join(copy, folder), { recursive: true });
  writeFileSync(
    join(copy, 'schemas', 'tsconfig.json'),
    JSON.stringify({
      extends: join(ROOT, 'tsconfig.base.json'),
      compilerOptions: {
        types: [],
        noEmit: true,
        composite: false,
        declaration: false,
        declarationMap: false,
        rewriteRelativeImportExtensions: false,
        allowImportingTsExtensions: true,
      },
      include: ['src'],
    }),
  );
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

const silentIo = () => ({ ...nodeIo(), out: () => {}, err: () => {} });
const openwaybill = (...argv: readonly string[]) => main([...argv, '--root', copy], silentIo());

/** What the registry of the copy has, as a process of its own reads it. */
const namesInCopy = async () => {
  const registry = pathToFileURL(join(copy, 'schemas', 'src', 'registry.ts')).href;
  const program = `import { registry } from '${registry}';
    console.log(JSON.stringify([registry.modules.map((m) => [m.name, ...m.clauses].join(' ')), [...registry.schemas.keys()], registry.operations.map((o) => o.method + ' ' + o.path), registry.events.map((e) => e.type), registry.requirements.map((r) => r.id), Object.keys(registry.codeLists.find((l) => l.name === 'ModuleName').codes).map((code) => 'code ' + code)]));`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', program]);
  return JSON.parse(stdout).flat() as readonly string[];
};

test('every command that the page names is one that exists', async () => {
  const text = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');
  const verbs = [...text.matchAll(/openwaybill ([a-z]+)/g)].map(([, verb]) => verb ?? '');
  expect(new Set(verbs)).toEqual(new Set(['new', 'generate']));
  for (const verb of verbs) expect(await main([verb, '--help'], silentIo())).toBe(0);
});

const NEW: readonly string[] = [
  'message PickupSlot --module order',
  'operation book-pickup --module order',
  'operation get-pickup --module order',
  'operation confirm-pickup --module order',
  'event pickup.booked --module order',
  'module pickup-window --prefix PUW --clause SC-11 DL-14',
  'message WindowChoice --module pickup-window',
  'resource pickup-window --module pickup-window',
  'resource fitting --module pickup-window',
];

test('whatever is added as told compiles and stands in the registry', async () => {
  for (const line of NEW) expect(await openwaybill('new', ...line.split(' ')), line).toBe(0);

  const file = join(copy, 'schemas', 'src', 'order', 'pickup-slot.ts');
  const text = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    text.replace('示例消息', '揽收时段').replace('parcelCount: 2 }', 'parcelCount: 3 }'),
  );

  const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  const compiled = await run(process.execPath, [tsc, '-p', join(copy, 'schemas')]).catch(
    ({ stdout }: { stdout: string }) => ({ stdout }),
  );
  expect(compiled.stdout).toBe('');

  const names = await namesInCopy();
  expect(names).toEqual(
    expect.arrayContaining([
      'PickupSlot',
      'BookPickupRequest',
      'POST /v1/pickups',
      'GET /v1/pickups/{pickupId}',
      'POST /v1/pickups/{pickupId}/confirm',
      'org.openwaybill.order.pickup.booked',
      'pickup-window SC-11 DL-14',
      'code pickup-window',
      'WindowChoice',
      'GET /v1/pickup-windows',
      'POST /v1/pickup-windows/{pickupWindowId}/cancel',
      'org.openwaybill.pickupwindow.status.changed',
      'org.openwaybill.pickupwindow.fitting.changed',
      'PUW-001',
      'PUW-002',
      'PUW-004',
    ]),
  );
});

test('what is there is not written over', async () => {
  const before = readFileSync(join(copy, 'schemas', 'src', 'order', 'order.ts'), 'utf8');
  expect(await openwaybill('new', 'message', 'Order', '--module', 'order')).toBe(2);
  expect(readFileSync(join(copy, 'schemas', 'src', 'order', 'order.ts'), 'utf8')).toBe(before);
});

test.each([
  ['a module that is not there', ['new', 'message', 'PickupSlots', '--module', 'orders']],
  ['no module', ['new', 'message', 'PickupSlots']],
  ['a name that is none', ['new', 'operation', '9 lives', '--module', 'order']],
  ['a module without a clause', ['new', 'module', 'fitting']],
  ['a module for a clause out of scope', ['new', 'module', 'fitting', '--clause', 'SC-5']],
  ['a module that exists', ['new', 'module', 'order', '--clause', 'SC-3']],
])('%s is wrong use', async (_title, argv) => {
  expect(await openwaybill(...argv)).toBe(2);
});
