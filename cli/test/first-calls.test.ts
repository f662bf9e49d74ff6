import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from '../src/main.ts';
import { quietIo } from './_systems.ts';

const NUMBER = 'ZZ010000000016';
/** Everything is loaded at the first start. */
const START_LIMIT = 120_000;
const folder = mkdtempSync(join(tmpdir(), 'openwaybill-first-'));
afterAll(() => rmSync(folder, { recursive: true }));

const shell = promisify(execFile);
const pasted = async (line: string) => JSON.parse((await shell('sh', ['-c', line])).stdout);

/** Starts `openwaybill mock` as somebody who types it, and answers what it prints. */
const typed = async (...argv: readonly string[]) => {
  let stop = (): void => {};
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  const io = quietIo(stopped);
  let told: (text: string) => void = () => {};
  const printed = new Promise<string>((resolve) => {
    told = resolve;
  });
  io.out = (text) => told(text);
  const code = main(['mock', '--port', '0', '--store', 'memory', ...argv], io);
  const text = await Promise.race([printed, code.then(() => io.stderr.join('\n'))]);
  return {
    text,
    code,
    end: async () => {
      stop();
      return code;
    },
  };
};

describe('a mock server without arguments', () => {
  let server: Awaited<ReturnType<typeof typed>>;
  let address: string;
  beforeAll(async () => {
    server = await typed();
    address = /courier +(http:\S+)/.exec(server.text)?.[1] ?? '';
  }, START_LIMIT);
  afterAll(async () => {
    expect(await server.end()).toBe(0);
  });
  const verb = async (...argv: readonly string[]) => {
    const io = quietIo();
    const code = await main(['advance', '--mock', address, '--json', ...argv], io);
    return { code, told: JSON.parse(io.stdout.join('') || '{}'), complaint: io.stderr.join('\n') };
  };

  test('plays courier and platform, and says what is needed', () => {
    for (const word of ['courier', 'platform', 'owm_dev_', 'whpk_', 'seed 1', 'frozen'])
      expect(server.text).toContain(word);
  });

  test('prints three calls that a shell takes as they are', async () => {
    const calls = server.text.split('\n').filter((line) => line.startsWith('curl '));
    expect(calls).toHaveLength(3);
    const said = [];
    for (const line of calls) said.push(await pasted(line));
    const [parcel, advanced, events] = said;
    expect(parcel).toMatchObject({ waybillNo: NUMBER, status: 'CREATED' });
    expect(advanced.reached).toEqual({ status: 'DELIVERED', isWanted: true });
    expect(events.items).toHaveLength(9);
  });

  test('moves by the verb, and is at the same time everywhere', async () => {
    const { code, told } = await verb('--by', 'P1D');
    expect([code, told.now > '2026-11-12']).toEqual([0, true]);
    const platform = /platform +(http:\S+)/.exec(server.text)?.[1] ?? '';
    const other = await verb('--mock', platform, '--by', 'PT0S');
    expect(other.told.now).toBe(told.now);
  });

  test('is played and stopped by the verb', async () => {
    expect((await verb('--play', 'x3600')).told).toMatchObject({ mode: 'SCALED', factor: 3600 });
    expect((await verb('--play', 'off')).told.mode).toBe('FROZEN');
  });

  test.each([
    ['nothing', { given: [], want: 2 }],
    ['two ways', { given: ['--by', 'PT1H', '--steps', '1'], want: 2 }],
    ['a number without a status', { given: ['--waybill', NUMBER], want: 2 }],
    ['no duration', { given: ['--by', 'soon'], want: 2 }],
    ['the past', { given: ['--to', '2020-01-01T00:00:00Z'], want: 2 }],
    ['a status that never comes', { given: ['--waybill', NUMBER, '--until', 'LOST'], want: 1 }],
    ['another seed', { given: ['--by', 'PT1H', '--seed', '9'], want: 2 }],
    ['no server', { given: ['--by', 'PT1H', '--mock', 'http://127.0.0.1:9'], want: 5 }],
  ])('advancing by %s is told', async (_title, { given, want }) => {
    expect((await verb(...given)).code).toBe(want);
  });
});

test.each([
  ['is not there', { file: 'none.json', text: undefined }],
  ['is no JSON', { file: 'broken.json', text: '{' }],
  ['is of nobody', { file: 'nobody.json', text: '{}' }],
])('a snapshot that %s is wrong use', async (_title, { file, text }) => {
  const path = join(folder, file);
  if (text !== undefined) writeFileSync(path, text);
  const { code, text: said } = await typed('--from', path);
  expect(await code).toBe(2);
  expect(said).toContain(file);
});

test('without control there is no interface to move it by', async () => {
  const server = await typed('--no-control');
  const address = /courier +(http:\S+)/.exec(server.text)?.[1] ?? '';
  expect((await fetch(`${address}/_mock/clock`)).status).toBe(404);
  expect(await server.end()).toBe(0);
});
