import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { main } from '../../src/main.ts';
import { quietIo } from '../_systems.ts';
import { FITTING, LOOK } from './_fitting.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const run = promisify(execFile);
const ROOMS = [
  'schemas',
  'packages/validate',
  'packages/privacy',
  'packages/reference',
  'packages/mock',
  'conformance',
];
const COPIED = [...ROOMS.flatMap((room) => [`${room}/src`, `${room}/test`]), 'seeds'];
const INSTALLED = new Set(['node_modules', 'dist', 'generated']);

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !INSTALLED.has(name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(path) : [path];
    });

let copy = '';
const inCopy = (...words: readonly string[]) =>
  run(process.execPath, ['--conditions=@openwaybill/source', ...words], {
    cwd: copy,
    maxBuffer: 64 << 20,
  });

beforeAll(async () => {
  // below the room, so that packages are found; in a folder that is never committed
  const home = join(ROOT, 'cli', 'dist');
  mkdirSync(home, { recursive: true });
  copy = mkdtempSync(join(home, 'new-module-'));
  const scope = join(copy, 'node_modules', '@openwaybill');
  mkdirSync(scope, { recursive: true });
  for (const folder of COPIED)
    if (existsSync(join(ROOT, folder)))
      cpSync(join(ROOT, folder), join(copy, folder), { recursive: true });
  for (const room of ROOMS) {
    for (const file of ['package.json', 'node_modules', 'inspector'])
      if (existsSync(join(ROOT, room, file)))
        cpSync(join(ROOT, room, file), join(copy, room, file), { recursive: true });
    const name = room.split('/').at(-1) ?? room;
    symlinkSync(join(copy, room), join(scope, name));
  }

  for (const line of [
    'module fitting --prefix FIT --clause SC-11',
    'resource fitting --module fitting',
  ])
    expect(await main(['new', ...line.split(' '), '--root', copy], quietIo())).toBe(0);
  const made = join(copy, 'schemas', 'src', 'fitting', 'create-fitting.ts');
  writeFileSync(
    made,
    readFileSync(made, 'utf8').replace(
      /excluded: \{\s+because[\s\S]*?\},\n\s+\},/,
      `judgedBy: 'check',`,
    ),
  );
  for (const [path, text] of Object.entries(FITTING)) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    writeFileSync(join(copy, path), text);
  }
  for (const room of ['packages/validate', 'packages/mock', 'conformance'])
    await inCopy(join(room, 'src', 'generate.ts'));
}, 120_000);
afterAll(() => rmSync(copy, { recursive: true, force: true }));

test('a module is its folder, its two lines and one file a room', () => {
  const touched = COPIED.filter((folder) => existsSync(join(copy, folder)))
    .flatMap((folder) => filesBelow(join(copy, folder)))
    .map((path) => relative(copy, path))
    .filter(
      (path) =>
        !existsSync(join(ROOT, path)) ||
        !readFileSync(join(ROOT, path)).equals(readFileSync(join(copy, path))),
    );
  expect(touched.filter((path) => !path.startsWith('schemas/src/fitting/')).sort()).toEqual(
    [...Object.keys(FITTING), 'schemas/src/index.ts', 'schemas/src/modules.ts'].sort(),
  );
});

test('its files have the types of their rooms', async () => {
  writeFileSync(
    join(copy, 'tsconfig.json'),
    JSON.stringify({
      extends: join(ROOT, 'tsconfig.base.json'),
      compilerOptions: {
        noEmit: true,
        composite: false,
        declaration: false,
        declarationMap: false,
        rewriteRelativeImportExtensions: false,
        allowImportingTsExtensions: true,
      },
      files: Object.keys(FITTING).filter((path) => path.endsWith('.ts')),
    }),
  );
  const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  const compiled = await run(process.execPath, [tsc, '-p', copy]).catch(
    ({ stdout }: { stdout: string }) => ({ stdout }),
  );
  expect(compiled.stdout).toBe('');
});

test('it is named, served, validated and judged', async () => {
  const program = join('conformance', 'test', 'look-at-fitting.ts');
  writeFileSync(join(copy, program), LOOK);
  const seen = JSON.parse((await inCopy(program)).stdout);
  expect(seen).toMatchObject({
    name: 'fitting',
    played: { steps: 3, refusals: 1, faults: [] },
    judged: [{ pointer: '/waybillNo', rule: 'DSC-023' }],
    clean: [{ id: 'FIT-001', outcome: 'passed' }],
    row: { judgement: 'KILLED', failed: ['FIT-001'] },
  });
});
