import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { registry } from '@openwaybill/schemas';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const BIN = join(ROOT, 'cli', 'bin', 'openwaybill.js');
const run = promisify(execFile);
const started: ChildProcess[] = [];
let folder = '';

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');

/** Every command of a block that the README marks as a shell's, without `npx openwaybill`. */
const commands = [...readme.matchAll(/^```sh\n([\s\S]*?)^```/gm)].flatMap((block) =>
  (block[1] ?? '')
    .trim()
    .split('\n')
    .map((line) => line.replace(/^npx openwaybill /, '').split(' ')),
);

const openwaybill = (argv: readonly string[], cwd = folder) =>
  run(process.execPath, [BIN, ...argv], { cwd, env: { ...process.env, LANG: 'C', LC_ALL: '' } });

const commandOf = (...first: readonly string[]): readonly string[] => {
  const found = commands.find((argv) => first.every((word, index) => argv[index] === word));
  if (found === undefined) throw new Error(`the README has no command ${first.join(' ')}`);
  return found;
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'openwaybill-readme-'));
});
afterAll(() => {
  for (const child of started) child.kill('SIGINT');
  rmSync(folder, { recursive: true, force: true });
});

test('the README names the commands that are run here', () => {
  expect(commands.map(([verb, what]) => (verb === 'generate' ? `${verb} ${what}` : verb))).toEqual([
    'generate client',
    'mock',
    'check',
    'explain',
    'list',
    'stats',
    'new',
    'npm',
    'generate all',
  ]);
});

test('the README counts what there is', () => {
  const { modules, schemas, operations, requirements } = registry;
  const excluded = requirements.filter((one) => 'excluded' in one);
  const text = readme.replaceAll('\n', ' ');
  for (const count of [
    `${modules.length} modules`,
    `${schemas.size} schemas`,
    `${operations.length} operations`,
    `${excluded.length} of the ${requirements.length} requirements`,
  ])
    expect(text).toContain(count);
});

test.each(['README.md', 'CONTRIBUTING.md'])(
  '%s leads to who sees what, in both languages',
  (name) => {
    const links = [...readFileSync(join(ROOT, name), 'utf8').matchAll(/\]\(([^)#]+)\)/g)].map(
      ([, path]) => path ?? '',
    );
    expect(links.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
    expect(links).toEqual(
      expect.arrayContaining(
        ['en', 'zh'].map((language) => `schemas/published/next/policy/views.${language}.md`),
      ),
    );
  },
);

test('the README is read in one sitting', () => {
  expect(readme.split('\n').length).toBeLessThanOrEqual(125);
});

test('a client is generated', async () => {
  const argv = commandOf('generate', 'client');
  await openwaybill(argv);
  expect(
    readFileSync(join(folder, argv[argv.indexOf('--out') + 1] ?? '', 'index.ts'), 'utf8'),
  ).toContain('export');
});

test('a requirement is explained', async () => {
  const argv = commandOf('explain');
  expect((await openwaybill(argv)).stdout).toContain(argv[1]);
});

test('clauses are listed, and a log is counted', async () => {
  expect((await openwaybill(commandOf('list', 'clauses'))).stdout).toContain('SC-3');
  expect((await openwaybill(commandOf('stats'), ROOT)).stdout).toContain('210200');
});

test('a mock server is started, and a check of it is planned', async () => {
  const mock = spawn(process.execPath, [BIN, ...commandOf('mock'), '--port', '0'], { cwd: folder });
  started.push(mock);
  const url = await new Promise<string>((resolve, reject) => {
    mock.on('exit', (code) => reject(new Error(`the mock server ended with ${code}`)));
    let said = '';
    mock.stdout.on('data', (chunk) => {
      said += chunk;
      const found = /http:\/\/127\.0\.0\.1:[0-9]+/.exec(said);
      if (found !== null) resolve(found[0]);
    });
  });
  const [verb = '', , ...rest] = commandOf('check');
  const { stdout } = await openwaybill([verb, url, ...rest, '--plan']);
  expect(stdout).toContain('WBL-010');
});

test('a message is started in a copy, and what is published is current', async () => {
  const copy = join(folder, 'copy');
  for (const name of ['package.json', 'schemas'])
    cpSync(join(ROOT, name), join(copy, name), {
      recursive: true,
      filter: (path) => !/node_modules|[/\\]dist$/.test(path),
    });
  const argv = commandOf('new');
  await openwaybill(argv, copy);
  expect(readFileSync(join(copy, 'schemas', 'src', 'order', 'index.ts'), 'utf8')).toContain(
    'delivery-window.ts',
  );
  await openwaybill([...commandOf('generate', 'all'), '--check'], ROOT);
});
