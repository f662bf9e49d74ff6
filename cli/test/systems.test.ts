import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nodeIo } from '../src/io.ts';
import { main } from '../src/main.ts';
import { quietIo, started } from './_systems.ts';

const folder = mkdtempSync(join(tmpdir(), 'openwaybill-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a mock server', () => {
  let server: Awaited<ReturnType<typeof started>>;
  beforeAll(async () => {
    server = await started(
      '--still',
      '--store',
      'memory',
      '--role',
      'courier',
      '--role',
      'platform',
    );
  }, 60_000);
  const urlOf = (role: string) => server.parties.find((one) => one.role === role)?.url ?? '';

  test('answers a call with its development token', async () => {
    const [courier] = server.parties;
    const answer = await fetch(`${courier?.url}/v1/orders`, {
      headers: { Authorization: `Bearer ${courier?.token}` },
    });
    expect(await answer.json()).toEqual({ items: [] });
  });

  test.each(['courier', 'platform'])('is found ready by doctor as a %s', async (role) => {
    const io = quietIo();
    const argv = ['doctor', urlOf(role), '--out', folder, '--json'];
    expect(await main(argv, io)).toBe(0);
    const states = JSON.parse(io.stdout.join('')).map(({ state }: { state: string }) => state);
    expect(new Set(states)).toEqual(new Set(['ok', 'note', 'unneeded']));
  });

  test.each<[string, { given: string; want: [number, string] }]>([
    ['that is the working contract', { given: 'next', want: [0, 'note'] }],
    ['that there is not', { given: '9.9.9', want: [2, 'problem'] }],
  ])('is looked at by doctor for a set %s', async (_title, { given, want }) => {
    const io = quietIo();
    const argv = ['doctor', urlOf('courier'), '--set', given, '--out', folder, '--json'];
    const code = await main(argv, io);
    const probes: readonly { name: string; state: string }[] = JSON.parse(io.stdout.join(''));
    expect([code, probes.find(({ name }) => name === 'set')?.state]).toEqual(want);
  });

  test('is judged, and leaves result, transcript and both reports', async () => {
    const io = quietIo();
    const junit = join(folder, 'junit.xml');
    const argv = [
      'check',
      urlOf('courier'),
      '--only',
      'door-delivery',
      '--seed',
      '7',
      '--out',
      folder,
    ];
    const code = await main([...argv, '--junit', junit, '--json'], io);
    const result = JSON.parse(io.stdout.join(''));
    expect(result.run).toMatchObject({ seed: 7, complete: true, depth: 'INSTRUMENTED' });
    expect(code).toBe(result.exit);
    expect(result.findings).toEqual([]);
    const left = await nodeIo().filesBelow(folder);
    expect(left).toEqual(['junit.xml', 'report.html', 'result.json', 'transcript.owt.ndjson']);
  });

  test('says what would run and what it lacks', async () => {
    const io = quietIo();
    expect(await main(['check', urlOf('platform'), '--plan', '--json'], io)).toBe(0);
    const { chosen, leftOut } = JSON.parse(io.stdout.join(''));
    expect(chosen.length).toBeGreaterThan(5);
    expect(leftOut).toEqual([]);
  });

  test('knows no key that it was not told of', async () => {
    const io = quietIo();
    const { privateKey } = generateKeyPairSync('ed25519');
    const file = join(folder, 'key.json');
    const key = { ...privateKey.export({ format: 'jwk' }), kid: 'stranger-1' };
    const credentials = { clientId: 'stranger', partyId: 'STRANGER1', role: 'platform', key };
    await io.write(file, JSON.stringify(credentials));
    const argv = [urlOf('courier'), '--credentials', file, '--out', folder];
    expect(await main(['doctor', ...argv], io)).toBe(5);
    expect(await main(['check', ...argv, '--only', 'door-delivery', '--quiet'], io)).toBe(5);
  });

  test('ends cleanly, and its port is free again', async () => {
    const { port } = new URL(urlOf('courier'));
    expect(await server.stop()).toBe(0);
    const next = await started('--role', 'courier', '--port', port, '--store', 'memory');
    expect(next.parties[0]?.url).toBe(`http://127.0.0.1:${port}`);
    expect(await next.stop()).toBe(0);
  });
});

test('a port that is taken is told, nothing is moved and nothing is left', async () => {
  const holder = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => holder.once('listening', resolve));
  const { port } = holder.address() as AddressInfo;
  const folders: string[] = [];
  const io = quietIo();
  const watched = {
    ...io,
    temporaryFolder: async () => {
      const folder = await io.temporaryFolder();
      folders.push(folder);
      return folder;
    },
  };
  expect(await main(['mock', '--port', String(port)], watched)).toBe(5);
  expect(io.stderr.join('')).toContain(`port ${port} is taken`);
  expect(folders.map((folder) => existsSync(folder))).toEqual([false]);
  holder.close();
});

test.each([
  ['a role that it does not play', { given: ['mock', '--role', 'merchant'], want: 'merchant' }],
  ['a world that is not there', { given: ['mock', '--world', 'nowhere'], want: 'dalian' }],
  ['the public without keys', { given: ['mock', '--public'], want: '--auth strict' }],
  ['a port that is no number', { given: ['mock', '--port', 'x'], want: '--port' }],
  ['what is no address', { given: ['check', 'nowhere'], want: 'nowhere' }],
  ['a version that is no version', { given: ['coverage', '--freeze', '.'], want: 'is needed' }],
  ['a result that is none', { given: ['coverage', '--run', 'null.json'], want: 'no result' }],
  [
    'a credentials file that is not there',
    {
      given: ['check', 'http://127.0.0.1:9', '--credentials', 'none.json'],
      want: 'none.json',
    },
  ],
])('%s is wrong use', async (_title, { given, want }) => {
  const { read, ...rest } = quietIo();
  const io = {
    ...rest,
    read: async (path: string) =>
      path === 'null.json'
        ? ({ ok: true, bytes: new TextEncoder().encode('null') } as const)
        : read(path),
  };
  expect(await main(given, io)).toBe(2);
  expect(io.stderr.join('\n')).toContain(want);
});

test.each(['check', 'doctor'])('%s of a system that is not there leaves nothing', async (verb) => {
  const out = join(folder, 'none', 'below');
  expect(await main([verb, 'http://127.0.0.1:9', '--out', out], quietIo())).toBe(5);
  expect(existsSync(join(folder, 'none'))).toBe(false);
});
