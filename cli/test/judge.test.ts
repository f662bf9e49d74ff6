import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createRecorder,
  createRecording,
  headOf,
  observedHead,
  type Transcript,
  toText,
} from '@openwaybill/conformance';
import { type Role, registry } from '@openwaybill/schemas';
import { beforeAll, describe, expect, test } from 'vitest';
import { main } from '../src/main.ts';
import { memoryIo } from './_memory-io.ts';

const encoder = new TextEncoder();
const example = (name: string): object =>
  Object.values(registry.schemas.get(name)?.examples.valid ?? {})[0] as object;

/** A courier that showed an order, rightly or not. */
const recording = async (
  answer: object,
  {
    set = 'next',
    mode = 'RECORD',
    roles = ['courier'],
  }: {
    readonly set?: string;
    readonly mode?: 'RECORD' | 'BETWEEN';
    readonly roles?: readonly Role[];
  } = {},
): Promise<Transcript> => {
  const recorder = createRecorder(() => Date.UTC(2026, 10, 22));
  const document = { ...example('CapabilityDocument'), environment: 'SANDBOX' } as never;
  recorder.record(
    observedHead({
      runId: '01a2008d-7400-7c39-b36c-e79cca8efa47',
      mode,
      redact: 'strict',
      set,
      parties: roles.map((role) => ({ role, document })),
    }),
  );
  const { take } = createRecording({
    recorder,
    parties: [{ role: 'courier', partyId: 'ZZEXPRESS' }],
    redact: 'strict',
    keysOf: async () => [],
  });
  const at = Date.UTC(2026, 10, 22);
  const version = ['OpenWaybill-Version', '1.0'] as const;
  await take({
    to: 'courier',
    method: 'GET',
    url: 'https://courier.test/v1/orders/ORD20261101-0001',
    request: { headers: [version], bytes: new Uint8Array(), at },
    response: {
      status: 200,
      headers: [
        version,
        ['Content-Type', 'application/json'],
        ['Cache-Control', 'no-store'],
        ['OpenWaybill-Sandbox', 'true'],
        ['ETag', `"${(answer as { readonly revision: number }).revision}"`],
      ],
      bytes: encoder.encode(JSON.stringify(answer)),
      at,
    },
    milliseconds: 3,
  });
  recorder.record({ kind: 'end', entryCount: recorder.entries.length + 1, complete: true });
  return recorder;
};

const WRONG = { ...example('Order'), status: 'LOST' };
let right: string;
let wrong: string;
let other: string;
let both: string;
let conversation: string;
const PAIR = { roles: ['courier', 'platform'] } as const;
beforeAll(async () => {
  right = toText(await recording(example('Order')));
  wrong = toText(await recording(WRONG));
  other = toText(await recording(example('Order'), { set: '0.9.0' }));
  both = toText(await recording(example('Order'), PAIR));
  conversation = toText(await recording(example('Order'), { ...PAIR, mode: 'BETWEEN' }));
});

const judged = async (argv: readonly string[], files: Readonly<Record<string, string>> = {}) => {
  const io = memoryIo({
    'a.owt.ndjson': right,
    'b.owt.ndjson': wrong,
    'c.owt.ndjson': other,
    'd.owt.ndjson': both,
    'e.owt.ndjson': conversation,
    ...files,
  });
  const code = await main(['judge', ...argv], io);
  return { code, out: io.stdout.join('\n'), err: io.stderr.join('\n'), files: io.files };
};

describe('judge', () => {
  test('finds in a file what is wrong, and writes reports where asked', async () => {
    const { code, out, files } = await judged(['b.owt.ndjson', '--out', 'o', '--json']);
    const result = JSON.parse(out);
    expect(code).toBe(1);
    expect(result.findings.map((one: { requirement: string }) => one.requirement)).toContain(
      'DSC-021',
    );
    expect([...files.keys()].filter((path) => path.startsWith('o/')).sort()).toEqual([
      'o/report.html',
      'o/result.json',
      'o/transcript.owt.ndjson',
    ]);
    expect(files.get('o/transcript.owt.ndjson')).toBe(wrong);
  });

  test('never calls a recording conformant', async () => {
    const { code, out } = await judged(['a.owt.ndjson', '--json']);
    expect(code).toBe(4);
    expect(JSON.parse(out).findings).toEqual([]);
    expect(out).not.toContain('"conformant"');
  });

  test('unites parts, and keeps whose exchange is whose', async () => {
    const { code, out } = await judged(['a.owt.ndjson', 'b.owt.ndjson', '--merge', '--json']);
    const { findings, transcript } = JSON.parse(out);
    expect(code).toBe(1);
    expect(transcript.entryCount).toBe(6);
    const [found] = findings.filter((one: { case: string }) => one.case === 'shape.Order');
    expect(found.at).toEqual([4]);
  });

  test('lays a claim file over its own role alone', async () => {
    const document = { ...example('CapabilityDocument'), revision: 9 };
    const claim = JSON.stringify({ version: 1, role: 'courier', document });
    const { out } = await judged(['d.owt.ndjson', '--claim', 'claim.json', '--json'], {
      'claim.json': claim,
    });
    const [courier, platform] = JSON.parse(out);
    const { out: bare } = await judged(['d.owt.ndjson', '--json']);
    const [, asBefore] = JSON.parse(bare);
    expect(courier.system.claimDigest).not.toBe(platform.system.claimDigest);
    expect(platform).toEqual(asBefore);
  });

  test('takes what is known of parts of one run from a baseline', async () => {
    const { findings } = JSON.parse((await judged(['b.owt.ndjson', '--json'])).out);
    const entries = findings.map(
      (one: { readonly requirement: string; readonly case: string }) => ({
        requirement: one.requirement,
        case: one.case,
        outcome: 'failed',
        reason: 'known',
        until: '2026-12-31',
      }),
    );
    const known = { version: 1, role: 'courier', set: 'next', entries };
    const argv = ['a.owt.ndjson', 'b.owt.ndjson', '--merge', '--baseline', 'known.json', '--json'];
    const all = await judged(argv, { 'known.json': JSON.stringify(known) });
    expect(JSON.parse(all.out).baseline.matched).toBe(entries.length);
    expect(all.code).toBe(4);
    const past = entries.map((one: object) => ({ ...one, until: '2026-11-21' }));
    const stale = await judged(argv, {
      'known.json': JSON.stringify({ ...known, entries: past }),
    });
    expect(stale.err).toContain('a baseline says what is so now');
    expect(stale.code).toBe(1);
  });

  test('says that a file stops before its end', async () => {
    const torn = right.slice(0, right.indexOf('{"kind":"end"'));
    const { err } = await judged(['t.owt.ndjson'], { 't.owt.ndjson': torn });
    expect(err).toContain('stops before its end');
  });

  test.each<[string, readonly string[], Readonly<Record<string, string>>, string, string]>([
    ['no file', ['none'], {}, 'there is no file none', '没有文件 none'],
    [
      'no transcript',
      ['x'],
      { x: 'hello\n' },
      'x, line 1: its first line is no JSON object',
      'x 第 1 行：首行不是 JSON 对象',
    ],
    [
      'another version',
      ['x'],
      { x: '{"kind":"head","format":"openwaybill-transcript/2"}\n' },
      'it is of version 2; version 1 is known here',
      '其版本为 2；此处只认识版本 1',
    ],
    [
      'a line taken out',
      ['x'],
      { x: '' },
      'x, line 2: a line before it is missing',
      'x 第 2 行：其前缺少一行',
    ],
    [
      'a role that is not in it',
      ['a.owt.ndjson', '--role', 'hub'],
      {},
      'a.owt.ndjson tells nothing of hub; it is about courier',
      'a.owt.ndjson 中没有 hub；其中有 courier',
    ],
    ['two files', ['a.owt.ndjson', 'b.owt.ndjson'], {}, '2 files were named', '指定了 2 个文件'],
    [
      'parts of different sets',
      ['a.owt.ndjson', 'c.owt.ndjson', '--merge'],
      {},
      'differ in their requirement set',
      '的要求集不同',
    ],
    [
      'a report without its folder',
      ['a.owt.ndjson', '--html', 'r.html'],
      {},
      '--html has no --out',
      '--html 缺少 --out',
    ],
    [
      'an issuer without a key',
      ['a.owt.ndjson', '--out', 'o', '--issuer', 'ZZLAB'],
      {},
      '--issuer has no --sign',
      '--issuer 缺少 --sign',
    ],
    [
      'one report of two roles',
      ['d.owt.ndjson', '--out', 'o', '--junit', 'j.xml'],
      {},
      '--junit is of one role',
      '--junit 针对一个角色',
    ],
    [
      'a set of a conversation',
      ['e.owt.ndjson', '--set', '1.0.0'],
      {},
      '--set is of one role',
      '--set 针对一个角色',
    ],
    [
      'a claim file of another role',
      ['a.owt.ndjson', '--claim', 'claim.json'],
      { 'claim.json': JSON.stringify({ version: 1, role: 'hub' }) },
      'claim.json is of a hub; courier is judged',
      'claim.json 属于 hub；判定的是 courier',
    ],
    [
      'a baseline of another role',
      ['a.owt.ndjson', '--baseline', 'known.json'],
      { 'known.json': JSON.stringify({ version: 1, role: 'hub', set: 'next', entries: [] }) },
      'known.json is of a hub; courier is judged',
      'known.json 属于 hub；判定的是 courier',
    ],
    [
      'a claim file that is none',
      ['a.owt.ndjson', '--claim', 'claim.json'],
      { 'claim.json': '{"version":1}' },
      'claim.json:1',
      'claim.json:1',
    ],
    ['no claim file', ['a.owt.ndjson', '--claim', 'n'], {}, 'there is no file n', '没有文件 n'],
  ])('refuses %s', async (title, argv, files, en, zh) => {
    const given =
      title === 'a line taken out' ? { x: right.split('\n').toSpliced(1, 1).join('\n') } : files;
    for (const [language, want] of [
      ['en', en],
      ['zh', zh],
    ] as const) {
      const { code, err } = await judged([...argv, '--lang', language], given);
      expect(err).toContain(want);
      expect(code).toBe(2);
    }
  });

  test('takes a set of its own', async () => {
    const frozen = readFileSync(
      join(import.meta.dirname, '../../conformance/sets/1.0.0.json'),
      'utf8',
    );
    const { out } = await judged(['a.owt.ndjson', '--set', '1.0.0', '--json'], {
      'sets/1.0.0.json': frozen,
    });
    expect(JSON.parse(out).set.version).toBe('1.0.0');
    expect(headOf({ entries: [JSON.parse(right.split('\n')[0] ?? '')] }).set).toBe('next');
  });
});
