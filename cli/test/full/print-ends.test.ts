import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, watch } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { nodeIo } from '../../src/io.ts';

const BIN = join(import.meta.dirname, '..', '..', 'bin', 'openwaybill.js');

let folder: string;
/** Where prints are made. */
let temporary: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'openwaybill-test-'));
  temporary = join(folder, 'temporary');
  await mkdir(temporary);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

const isPrint = (name: string | null): name is string =>
  name?.startsWith('openwaybill-print-') === true;

/** The first folder that is made for a print. */
const aPrintBegins = (): Promise<string> =>
  new Promise((done) => {
    const watcher = watch(temporary, (_, name) => {
      if (!isPrint(name)) return;
      watcher.close();
      done(join(temporary, name));
    });
  });

/** What is left of prints; Node keeps compiled code there, too. */
const left = async (): Promise<readonly string[]> => (await readdir(temporary)).filter(isPrint);

test.each([
  ['SIGINT', 'before a browser runs', '.'],
  ['SIGTERM', 'while a browser prints', 'profile'],
] as const)('%s %s leaves nothing behind', async (signal, _when, sign) => {
  const out = join(folder, 'release');
  const begun = aPrintBegins();
  const child = spawn(
    process.execPath,
    [BIN, 'publish', '1.0.0', '--status', 'draft', '--date', '2026-12-01', '--out', out],
    { env: { ...process.env, TMPDIR: temporary }, stdio: 'ignore' },
  );
  const print = await begun;
  await vi.waitUntil(() => existsSync(join(print, sign)), { timeout: 60_000 });
  child.kill(signal);
  expect(await once(child, 'exit')).toEqual([null, signal]);
  expect(await left()).toEqual([]);
  // neither the release nor what becomes one
  expect(await readdir(folder)).toEqual(['temporary']);
});

test.each([
  ['is not there', '/nowhere/chromium', /ENOENT/],
  ['fails', process.execPath, /bad option|--headless/],
])('a browser that %s prints nothing, and says why', async (_title, program, says) => {
  vi.stubEnv('OPENWAYBILL_CHROMIUM', program);
  vi.stubEnv('TMPDIR', temporary);
  expect(await nodeIo().print('<html><head></head></html>', 'proof')).toMatchObject({
    ok: false,
    why: 'failed',
    said: expect.stringMatching(says),
  });
  expect(await left()).toEqual([]);
});

test('Ctrl-C while a release is written leaves nothing behind', async () => {
  const begun = new Promise<void>((done) => {
    const watcher = watch(folder, (_, name) => {
      if (name?.startsWith('.incoming-') !== true) return;
      watcher.close();
      done();
    });
  });
  const out = join(folder, 'release');
  const asked = ['publish', '1.0.0', '--status', 'draft', '--date', '2026-12-01', '--no-pdf'];
  const child = spawn(process.execPath, [BIN, ...asked, '--out', out], { stdio: 'ignore' });
  await begun;
  child.kill('SIGINT');
  expect(await once(child, 'exit')).toEqual([130, null]);
  expect(await readdir(folder)).toEqual(['temporary']);
});
