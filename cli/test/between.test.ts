import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Io, nodeIo } from '../src/io.ts';
import { main } from '../src/main.ts';

const folder = mkdtempSync(join(tmpdir(), 'openwaybill-between-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Quiet = Io & { readonly stdout: string[]; readonly stderr: string[] };

const quietIo = (more: Partial<Io> = {}): Quiet => {
  const stdout: string[] = [];
  const stderr: string[] = [];
  return {
    ...nodeIo(),
    stdout,
    stderr,
    env: {},
    isTerminal: false,
    out: (text) => void stdout.push(...text.split('\n')),
    err: (text) => void stderr.push(...text.split('\n')),
    ...more,
  };
};

describe('check between a courier and a platform', () => {
  let stop = (): void => undefined;
  let ended: Promise<unknown> = Promise.resolve();
  const urls = new Map<string, string>();
  beforeAll(async () => {
    const stopped = new Promise<void>((done) => {
      stop = done;
    });
    let listening: (text: string) => void = () => undefined;
    const told = new Promise<string>((done) => {
      listening = done;
    });
    const io = quietIo({
      out: (text) => listening(text),
      interrupted: async () => {
        await stopped;
        return true;
      },
    });
    const roles = ['--role', 'courier', '--role', 'platform'];
    ended = main(['mock', '--port', '0', '--json', '--still', '--store', 'memory', ...roles], io);
    for (const { role, url } of JSON.parse(await told)) urls.set(role, url);
  }, 60_000);
  afterAll(async () => {
    stop();
    await ended;
  });
  const both = () => [`courier=${urls.get('courier')}`, `platform=${urls.get('platform')}`];

  test('finds nothing wrong with either, and is judged again alike', async () => {
    const io = quietIo();
    expect(
      await main(['check', '--between', ...both(), '--out', folder, '--quiet', '--json'], io),
    ).toBe(0);
    const result = JSON.parse(io.stdout.join(''));
    expect(result.parties.map((one: { findings: unknown[] }) => one.findings)).toEqual([[], []]);
    const names = result.interoperability.map((one: { name: string }) => one.name);
    expect(names).toContain('createWaybill');
    expect(names).toContain('org.openwaybill.tracking.event.recorded');
    const again = quietIo();
    expect(await main(['judge', join(folder, 'between.owt.ndjson'), '--json'], again)).toBe(0);
    expect(JSON.parse(again.stdout.join(''))).toEqual(result);
  });

  test.each<[string, () => readonly string[], number, string, string]>([
    [
      'one party alone',
      () => ['--courier', urls.get('courier') ?? ''],
      2,
      'no platform was named',
      '未指定 platform',
    ],
    [
      'an address that is none',
      () => ['--courier', 'c', '--platform', 'p'],
      2,
      'c is no address',
      'c 不是地址',
    ],
    [
      'a role that is none',
      () => ['--between', 'king=http://a', 'platform=http://b'],
      2,
      'king=http://a names no party',
      'king=http://a 未指明角色',
    ],
    [
      'a role that is not claimed',
      () => ['--courier', urls.get('platform') ?? '', '--platform', urls.get('platform') ?? ''],
      2,
      'claims platform, and courier was named',
      '声明的角色为 platform',
    ],
    [
      'a system that is not there',
      () => ['--courier', 'http://127.0.0.1:1', '--platform', urls.get('platform') ?? ''],
      5,
      'does not answer',
      '没有应答',
    ],
    [
      'a file without credentials',
      () => ['--between', ...both(), '--credentials', 'package.json'],
      2,
      'package.json holds no credentials',
      'package.json 中没有凭据',
    ],
  ])('refuses %s', async (_title, argv, code, en, zh) => {
    for (const [language, want] of [
      ['en', en],
      ['zh', zh],
    ] as const) {
      const io = quietIo();
      expect(await main(['check', ...argv(), '--out', folder, '--lang', language], io)).toBe(code);
      expect(io.stderr.join('\n')).toContain(want);
    }
  });
});
