import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import type { REPORTS } from '@openwaybill/conformance';
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

/** Roads of no rare characters are given to several people, and stand in sentences of the standard. */
const SHARED_ROAD = /^虚构/u;

/** The people whom a run made up for itself and gave to a system, as its transcript has them. */
const peopleIn = (transcript: string): readonly { readonly name: string }[] =>
  transcript
    .split('\n')
    .filter((line) => line.includes('"registerConsignee"'))
    .flatMap((line) => {
      const { request } = JSON.parse(line);
      const { contact, address } = JSON.parse(request?.body?.utf8 ?? '{}');
      return contact?.mobile === undefined || SHARED_ROAD.test(address.road)
        ? []
        : [{ ...contact, ...address }];
    });

/** What a check writes beside its result and its transcript, by the names of its options; HAR is the transcript again. */
const WRITTEN = {
  html: 'report.html',
  junit: 'junit.xml',
  ctrf: 'ctrf.json',
  earl: 'earl.jsonld',
  badge: 'badge.svg',
  intoto: 'intoto.json',
} as const satisfies Readonly<Record<Exclude<keyof typeof REPORTS, 'har'>, string>>;

test(
  'log and reports of a mock server tell of nobody who was given to it',
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
      const { stdout, stderr } = await openwaybill([
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
        ...Object.entries(WRITTEN).flatMap(([name, file]) => [`--${name}`, join('report', file)]),
      ]);
      expect(stdout).not.toBe('');
      writeFileSync(join(folder, 'report', 'printed.log'), `${stdout}\n${stderr}`);
      const result = JSON.parse(readFileSync(join(folder, 'report', 'result.json'), 'utf8'));
      const judged = result.requirements.find(
        ({ id }: { readonly id: string }) => id === 'LOG-001',
      );
      expect(judged.outcome).toBe('passed');
    } finally {
      child.kill('SIGINT');
    }
    expect(readFileSync(join(folder, 'mock.log'), 'utf8').split('\n').length).toBeGreaterThan(50);
    const people = peopleIn(readFileSync(join(folder, 'report', TRANSCRIPT), 'utf8'));
    expect(people.length).toBeGreaterThan(0);
    writeFileSync(join(folder, 'people.json'), JSON.stringify(people));

    const files = ['mock.log', ...REPORTED.map((file) => join('report', file))];
    expect(await scan([...files, '--canaries', 'people.json'])).toMatchObject({ code: 0 });
    // a scan that finds nothing says something only where it finds somebody who is there
    for (const file of files) {
      const text = readFileSync(join(folder, file), 'utf8');
      writeFileSync(
        join(folder, `told-${basename(file)}`),
        withSomebody(file, text, people[0]?.name),
      );
    }
    for (const file of files)
      expect([
        file,
        (await scan([`told-${basename(file)}`, '--canaries', 'people.json'])).code,
      ]).toEqual([file, 1]);
  },
  LONG,
);

const TRANSCRIPT = 'transcript.owt.ndjson';
const REPORTED = ['result.json', 'printed.log', ...Object.values(WRITTEN)];

/** The same file with a person in it, where a careless writer would put one. */
const withSomebody = (file: string, text: string, name = ''): string => {
  if (/\.(json|jsonld)$/u.test(file))
    return JSON.stringify({ ...JSON.parse(text), remark: `to ${name}` });
  return file.endsWith('.log')
    ? `${text}\n${JSON.stringify({ level: 'debug', remark: `to ${name}` })}\n`
    : text.replace(/<\/(?=[a-z]+>\s*$)/u, `<!-- to ${name} --></`);
};
