import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { registry } from '@openwaybill/schemas';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from '../../src/main.ts';
import { behind, closeAll } from '../_servers.ts';
import { quietIo, started } from '../_systems.ts';

const folder = mkdtempSync(join(tmpdir(), 'openwaybill-runs-'));
let courier: Awaited<ReturnType<typeof started>>;
let url = '';
let document: object = {};

beforeAll(async () => {
  courier = await started('--still', '--store', 'memory');
  url = courier.parties[0]?.url ?? '';
  document = (await (await fetch(`${url}/.well-known/openwaybill`)).json()) as object;
}, 60_000);
afterAll(async () => {
  closeAll();
  await courier.stop();
  rmSync(folder, { recursive: true, force: true });
});

const write = async (name: string, value: unknown): Promise<string> => {
  const path = join(folder, name);
  await quietIo().write(path, typeof value === 'string' ? value : JSON.stringify(value));
  return path;
};

const run = async (argv: readonly string[], io = quietIo()) => {
  const out = mkdtempSync(join(folder, 'out-'));
  const code = await main([...argv, '--out', out], io);
  const file = (name: string): string => readFileSync(join(out, name), 'utf8');
  return {
    code,
    out,
    said: [...io.stdout, ...io.stderr].join('\n'),
    result: () => JSON.parse(file('result.json')),
    last: () => JSON.parse(file('transcript.owt.ndjson').trim().split('\n').at(-1) ?? ''),
  };
};

/** A scenario that shows a living courier within few requests. */
const SHORT = ['--only', 'order-natural-key', '--quiet'];

describe('a run', () => {
  test('that sees nothing wrong is 0, also at depth WIRE', async () => {
    const { code, result } = await run(['check', url, ...SHORT, '--depth', 'WIRE']);
    expect(code).toBe(0);
    expect(result()).toMatchObject({ run: { depth: 'WIRE' }, set: { version: registry.version } });
  });

  test('that lacks a command of test control is 4', async () => {
    const testControl = { version: '1.0', commands: ['CLOCK'] };
    const poorer = await behind(url, (path, answer) =>
      path === '/.well-known/openwaybill' ? Response.json({ ...document, testControl }) : answer,
    );
    const { code } = await run(['check', poorer, '--only', 'return-leg', '--quiet']);
    expect(code).toBe(4);
  });

  test('of a system in production only reads, and is 2', async () => {
    const { testControl: _, ...rest } = document as { readonly testControl?: unknown };
    const production = await behind(url, (path, answer) =>
      path === '/.well-known/openwaybill'
        ? Response.json({ ...rest, environment: 'PRODUCTION' })
        : answer,
    );
    const { code, out, said } = await run([
      'check',
      production,
      '--quiet',
      '--production-i-own-this',
    ]);
    expect(code).toBe(2);
    expect(said).not.toContain('defect of its own');
    const lines = readFileSync(join(out, 'transcript.owt.ndjson'), 'utf8').trim().split('\n');
    const methods = lines.flatMap((line) => JSON.parse(line).request?.method ?? []);
    expect(new Set(methods)).toEqual(new Set(['GET']));
  });

  test('whose system goes away keeps what it saw, and is 5', async () => {
    let count = 0;
    const dying = await behind(url, (_, answer) => {
      count += 1;
      return count > 25 ? undefined : answer;
    });
    const baseline = join(folder, 'unwritten.json');
    const why = ['--baseline', baseline, '--write-baseline', '--reason', 'r'];
    const only = ['--only', 'order-natural-key', 'label'];
    const { code, result, last, said } = await run(['check', dying, ...only, '--quiet', ...why]);
    expect(existsSync(baseline)).toBe(false);
    expect(said).toContain('was left as it was');
    expect(code).toBe(5);
    expect(result()).toMatchObject({
      findings: [],
      run: { complete: false, ending: 'SYSTEM_LOST' },
    });
    expect(last()).toMatchObject({ kind: 'end', complete: false, reason: 'SYSTEM_LOST' });
    expect(said).toContain('stopped answering');
  });

  test('whose own messages are wrong is 3, and blames nobody', async () => {
    const io = quietIo();
    let isBroken = false;
    // a clock that leaps to a year of five digits as soon as the first scenario begins
    const broken = {
      ...io,
      now: () => io.now() + (isBroken ? 1e15 : 0),
      err: (text: string) => {
        isBroken ||= text.startsWith('order-natural-key');
      },
    };
    const { code, result } = await run(
      ['check', url, '--only', 'order-natural-key', '--depth', 'WIRE'],
      broken,
    );
    expect(code).toBe(3);
    expect(result().harness.length).toBeGreaterThan(0);
  });

  test('that is interrupted ends its transcript and is 130', async () => {
    let stop = (): void => undefined;
    const io = quietIo(
      new Promise<void>((resolve) => {
        stop = resolve;
      }),
    );
    const seen = {
      ...io,
      err: (text: string) => (text.startsWith('order-natural-key') ? stop() : undefined),
    };
    const { code, result, last } = await run(
      ['check', url, '--only', 'discovery', 'order-natural-key'],
      seen,
    );
    expect(code).toBe(130);
    expect(last()).toMatchObject({ kind: 'end', complete: false, reason: 'INTERRUPTED' });
    expect(result().run).toMatchObject({ ending: 'INTERRUPTED', complete: false });
    expect(result().findings).toEqual([]);
  });

  test('with a finding is 1 until a baseline expects it; a stale one is 1', async () => {
    const wrong = await behind(url, (_, answer) => {
      const headers = new Headers(answer.headers);
      headers.delete('OpenWaybill-Version');
      return new Response(answer.body, { status: answer.status, headers });
    });
    const baseline = join(folder, 'baseline.json');
    const why = ['--write-baseline', '--reason', 'the gateway drops it'];
    const found = await run(['check', wrong, ...SHORT, '--baseline', baseline, ...why]);
    expect(found.code).toBe(0);
    expect(found.result().exit).toBe(1);
    const expected = await run(['check', wrong, ...SHORT, '--baseline', baseline]);
    expect(expected.code).toBe(0);
    expect(expected.result().findings.length).toBeGreaterThan(0);
    const soon = new Date(quietIo().now() + 864e5).toISOString().slice(0, 10);
    const entry = { requirement: 'ORD-011', outcome: 'failed', reason: 'r', until: soon };
    const path = await write(
      'stale.json',
      `{ "version": 1, "role": "courier", "set": "${registry.version}", "entries": [\n  ${JSON.stringify(entry)} ] }`,
    );
    const stale = await run(['check', url, ...SHORT, '--baseline', path]);
    expect(stale.code).toBe(1);
    expect(stale.said).toMatch(
      /stale\.json:2: \{"requirement":"ORD-011".*Remove it: ORD-011 passes/s,
    );
  });
});
