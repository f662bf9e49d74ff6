import { execFile, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

const CLI = join(import.meta.dirname, '..');
const BUNDLE = join(CLI, 'dist', 'bundle');
const BIN = join(CLI, 'bin', 'openwaybill.js');
const run = promisify(execFile);

/** Where Node writes which files a program loaded. */
let coverage = '';

beforeAll(() => {
  coverage = mkdtempSync(join(CLI, 'dist', 'loaded-'));
});
afterAll(() => rmSync(coverage, { recursive: true, force: true }));

const openwaybill = (...argv: readonly string[]) =>
  run(process.execPath, [BIN, ...argv], { env: { ...process.env, LANG: 'C', LC_ALL: '' } });

test('the built command says its version', async () => {
  const { version } = JSON.parse(readFileSync(join(CLI, 'package.json'), 'utf8'));
  expect((await openwaybill('--version')).stdout).toBe(`${version}\n`);
});

/** The files of the bundle that a command line loaded, as Node reports them, however it ended. */
const loadedBy = async (...argv: readonly string[]): Promise<readonly string[]> => {
  const folder = mkdtempSync(join(coverage, 'of-'));
  const child = spawn(process.execPath, [BIN, ...argv], {
    env: { ...process.env, NODE_V8_COVERAGE: folder, LANG: 'C', LC_ALL: '' },
    stdio: 'ignore',
  });
  await new Promise((resolve) => child.on('close', resolve));
  const [report = ''] = readdirSync(folder);
  const { result } = JSON.parse(readFileSync(join(folder, report), 'utf8'));
  return result
    .map(({ url }: { url: string }) => url)
    .filter((url: string) => url.includes('/dist/bundle/'));
};

const sizeOf = (urls: readonly string[]): number =>
  urls.reduce((sum, url) => sum + readFileSync(new URL(url)).length, 0);

const everything = (): number =>
  readdirSync(BUNDLE)
    .filter((name) => name.endsWith('.js'))
    .reduce((sum, name) => sum + readFileSync(join(BUNDLE, name)).length, 0);

test('help loads neither the command line nor anything of the standard', async () => {
  const loaded = await loadedBy('--help');
  expect(loaded.length).toBeGreaterThan(0);
  expect(sizeOf(loaded)).toBeLessThan(5000);
});

test.each([
  ['explain', 'STATE_ILLEGAL'],
  ['list', 'modules'],
  ['validate', join(CLI, 'package.json'), '--message', 'Money'],
])('%s loads a small part of what there is', async (...argv) => {
  const loaded = await loadedBy(...argv);
  expect(loaded.length).toBeGreaterThan(0);
  expect(sizeOf(loaded)).toBeLessThan(everything() / 4);
});

test('a mock server starts without the conformance suite', async () => {
  // a function of the suite, whose name the bundle keeps
  const hasSuite = (urls: readonly string[]): boolean =>
    urls.some((url) => readFileSync(new URL(url), 'utf8').includes('parcelTrails'));
  // whatever they are given, both have loaded by then all that they need to start
  const check = await loadedBy('check', 'http://localhost:1', '--role', 'pilot');
  const mock = await loadedBy('mock', '--role', 'pilot');
  expect([hasSuite(check), hasSuite(mock), mock.length > 0]).toEqual([true, false, true]);
});

test('a build that is older than the definitions generates nothing', async () => {
  const clone = mkdtempSync(join(CLI, 'dist', 'clone-'));
  mkdirSync(join(clone, 'schemas', 'src'), { recursive: true });
  mkdirSync(join(clone, 'schemas', 'published', 'next'), { recursive: true });
  writeFileSync(join(clone, 'schemas', 'src', 'registry.ts'), 'export const registry = 1;');
  const { code, stderr } = await run(process.execPath, [BIN, 'generate', 'all', '--check'], {
    cwd: clone,
  }).then(
    () => ({ code: 0, stderr: '' }),
    (error: { readonly code: number; readonly stderr: string }) => error,
  );
  rmSync(clone, { recursive: true, force: true });
  expect(code).toBe(2);
  expect(stderr).toMatch(/definitions have changed.*npm run build/);
});

test('the bundle has no test library in it', () => {
  const texts = readdirSync(BUNDLE)
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(join(BUNDLE, name), 'utf8'));
  expect(
    texts.filter((text) => /mockServiceWorker|from"(msw|fast-check|vitest)/.test(text)),
  ).toEqual([]);
});

test('standard input is judged and the exit code says how', async () => {
  const code = await new Promise((resolve) => {
    const child = spawn(process.execPath, [BIN, 'validate', '-', '--message', 'Money'], {
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    child.on('exit', resolve);
    child.stdin.end('{"currency":"CNY","minor":1.5}');
  });
  expect(code).toBe(1);
});

test('a reader that goes away is no defect', async () => {
  const child = spawn(process.execPath, [BIN, 'list', 'messages', '--json'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.destroy();
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect([0, 141]).toContain(code);
  expect(said).toBe('');
});

test('Ctrl-C ends a mock server cleanly', async () => {
  const child = spawn(process.execPath, [BIN, 'mock', '--port', '0', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [party] = await new Promise<readonly { readonly url: string }[]>((resolve) =>
    child.stdout.once('data', (chunk) => resolve(JSON.parse(String(chunk)))),
  );
  expect((await fetch(`${party?.url}/.well-known/openwaybill`)).status).toBe(200);
  child.kill('SIGINT');
  expect(await new Promise((resolve) => child.on('exit', resolve))).toBe(0);
});
