import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const BIN = join(ROOT, 'cli', 'bin', 'openwaybill.js');
const run = promisify(execFile);
const LONG = 600_000;
let folder = '';

/** Runs a command to its end. What it finds is its own affair: here only what it says of people counts. */
const openwaybill = async (argv: readonly string[]) => {
  const options = {
    cwd: folder,
    env: { ...process.env, LANG: 'C', LC_ALL: '' },
    maxBuffer: 64 * 1024 * 1024,
  };
  try {
    return { code: 0, ...(await run(process.execPath, [BIN, ...argv], options)) };
  } catch (error) {
    return error as { readonly code: number; readonly stdout: string; readonly stderr: string };
  }
};

const scan = (files: readonly string[]) => openwaybill(['scan', ...files]);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'openwaybill-own-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test(
  'what the demonstration prints and writes tells of nobody',
  async () => {
    const { stdout, stderr } = await openwaybill(['demo', '--out', 'out']);
    writeFileSync(join(folder, 'printed.log'), `${stdout}\n${stderr}`);
    const written = readdirSync(join(folder, 'out'), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(html|xml)$|result[^/]*\.json$/u.test(path))
      .map((path) => join('out', path));
    expect(written.length).toBeGreaterThan(10);
    const { code, stdout: found } = await scan(['printed.log', ...written]);
    expect(found).toContain('none found in what was looked at');
    expect(code).toBe(0);
  },
  LONG,
);

test(
  'the log of a mock server tells of nobody, whoever was given to it',
  async () => {
    const child = spawn(
      process.execPath,
      [
        BIN,
        'mock',
        '--role',
        'platform',
        '--port',
        '0',
        '--still',
        '--store',
        'memory',
        '--json',
        '--log',
        'mock.log',
      ],
      { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    try {
      const lines = createInterface({ input: child.stdout });
      const [first] = (await new Promise<readonly string[]>((done) =>
        lines.once('line', (line) => done([line])),
      )) as readonly [string];
      const [{ url }] = JSON.parse(first) as readonly [{ readonly url: string }];
      const { stdout } = await openwaybill([
        'check',
        url,
        '--only',
        'leak-everywhere',
        'leak-masks',
        'discovery',
        '--log-sink',
        'mock.log',
        '--json',
        '--out',
        'report',
      ]);
      expect(stdout).not.toBe('');
      const result = JSON.parse(readFileSync(join(folder, 'report', 'result.json'), 'utf8'));
      const judged = result.requirements.find(
        ({ id }: { readonly id: string }) => id === 'LOG-001',
      );
      expect(judged.outcome).toBe('passed');
    } finally {
      child.kill('SIGINT');
    }
    expect(readFileSync(join(folder, 'mock.log'), 'utf8').split('\n').length).toBeGreaterThan(50);
    expect(await scan(['mock.log'])).toMatchObject({ code: 0 });
  },
  LONG,
);
