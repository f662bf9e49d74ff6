import { CAPACITIES, type Result } from '@openwaybill/conformance';
import { beforeAll, describe, expect, test } from 'vitest';
import { digest, result, transcript } from '../../conformance/test/reports/given.ts';
import { main } from '../src/main.ts';
import { SIGNING_CAPACITIES } from '../src/report/report-options.ts';
import { writeReports } from '../src/report/write-reports.ts';
import { type MemoryIo, memoryIo } from './_memory-io.ts';

let key: string;
let trust: string;

const withClauses = (files: Readonly<Record<string, string>> = {}): MemoryIo =>
  memoryIo({ ...files, 'seeds/policy/clauses.json': JSON.stringify({ clauses: [] }) });

beforeAll(async () => {
  const io = memoryIo();
  expect(await main(['new', 'key', 'issuer', '--party', 'COURIER1'], io)).toBe(0);
  key = io.files.get('issuer.jwk') ?? '';
  trust = io.files.get('issuer.public.json') ?? '';
});

type Signing = Partial<Parameters<typeof writeReports>[1]>;

/** A run that is written and signed, in memory. */
const signed = async (options: Signing = {}, given: Result = result()) => {
  const io = withClauses({ 'key.jwk': key });
  const written = await writeReports(
    { result: given, transcript: transcript() },
    { out: 'out', language: 'en', sign: 'key.jwk', ...options },
    io,
  );
  return { io, ...written };
};

test('the capacities are those of the suite', () => {
  expect(SIGNING_CAPACITIES).toEqual(CAPACITIES);
});

test('a key is never written over', async () => {
  const io = memoryIo({ 'issuer.public.json': '{}' });
  expect(await main(['new', 'key', 'issuer'], io)).toBe(2);
  expect(io.files.has('issuer.jwk')).toBe(false);
});

test('the public part of a key has no secret', () => {
  expect(Object.keys(JSON.parse(trust).keys[0]).sort()).toEqual([
    'crv',
    'kid',
    'kty',
    'partyId',
    'x',
  ]);
  expect(JSON.parse(key)).toHaveProperty('d');
});

describe('signing', () => {
  test('leaves the statement beside the result, its end on the badge', async () => {
    const { io, paths, complaint } = await signed({ badge: 'badge.svg' });
    expect(complaint).toBeUndefined();
    expect(paths).toContain('out/statement.jws');
    expect(io.files.get('badge.svg')).toContain('until 2027-11-22');
  });

  test.each<[string, { given: Signing; result?: Result; want: string }]>([
    [
      'a working set',
      {
        given: {},
        result: result({ set: { version: 'next', stage: 'NEXT', digest: digest('2') } }),
        want: 'the set next is a working one, which may change tomorrow',
      },
    ],
    ['no key', { given: { sign: 'none.jwk' }, want: 'there is no file none.jwk' }],
    [
      'a file that is no key',
      { given: { sign: 'seeds/policy/clauses.json' }, want: 'is no private Ed25519 key' },
    ],
    [
      'another party as oneself',
      { given: { issuer: 'LAB1' }, want: 'LAB1 signs for COURIER1 as SELF' },
    ],
    [
      'itself as a laboratory',
      {
        given: { capacity: 'LABORATORY', issuer: 'COURIER1' },
        want: 'COURIER1 signs for itself as LABORATORY',
      },
    ],
    [
      'a laboratory without a name',
      { given: { capacity: 'LABORATORY' }, want: 'and no party that signs' },
    ],
  ])('is refused of %s, and the reports are there', async (_title, { given, result: of, want }) => {
    const { io, complaint } = await signed(given, of);
    expect(complaint?.code).toBe(2);
    expect(complaint?.seen.en).toContain(want);
    expect(complaint?.seen.zh).not.toBe('');
    expect(io.files.has('out/statement.jws')).toBe(false);
    expect(io.files.has('out/result.json')).toBe(true);
  });
});

describe('verifying', () => {
  const verified = async (
    argv: readonly string[],
    files: Readonly<Record<string, string>> = {},
    signing: Signing = {},
  ) => {
    const { io: made } = await signed(signing);
    const io = withClauses({ ...Object.fromEntries(made.files), ...files });
    const code = await main(['verify', 'out/statement.jws', ...argv], io);
    return { code, out: io.stdout.join('\n'), err: io.stderr.join('\n') };
  };
  const keys = (...given: readonly unknown[]): Record<string, string> => ({
    'keys.json': JSON.stringify({ keys: given }),
  });
  const RSA = { kty: 'RSA', n: 'AQAB', e: 'AQAB' };
  const own = () => JSON.parse(trust).keys[0];

  test.each<
    [string, { argv: readonly string[]; files?: () => Record<string, string>; want: number }]
  >([
    ['the statement alone', { argv: [], want: 0 }],
    ['its own result', { argv: ['--result', 'out/result.json'], want: 0 }],
    [
      'another result',
      {
        argv: ['--result', 'other.json'],
        files: () => ({ 'other.json': JSON.stringify(result()) }),
        want: 1,
      },
    ],
    [
      'a broken transcript',
      { argv: ['--transcript', 't.ndjson'], files: () => ({ 't.ndjson': '{}\n' }), want: 1 },
    ],
    ['its last day', { argv: ['--at', '2027-11-21T23:59:59Z'], want: 0 }],
    ['the day after', { argv: ['--at', '2027-11-22T00:00:00Z'], want: 1 }],
    ['no instant', { argv: ['--at', 'tomorrow'], want: 2 }],
    ['an instant without an offset', { argv: ['--at', '2027-01-01T00:00:00'], want: 2 }],
    ['a date alone', { argv: ['--at', '2027-01-01'], want: 2 }],
    ['a day that does not exist', { argv: ['--at', '2027-02-30T00:00:00Z'], want: 2 }],
    ['a file that is not there', { argv: ['--result', 'none.json'], want: 2 }],
    ['a file without keys', { argv: ['--trust', 'out/result.json'], want: 2 }],
    [
      'keys of another kind alone',
      { argv: ['--trust', 'keys.json'], files: () => keys(RSA), want: 2 },
    ],
    [
      'keys of another kind beside the right one',
      { argv: ['--trust', 'keys.json'], files: () => keys(RSA, 'x', null, own()), want: 0 },
    ],
    [
      'a key whose x is cut',
      { argv: ['--trust', 'keys.json'], files: () => keys({ ...own(), x: 'AAAA' }), want: 2 },
    ],
    [
      'a key of a party that is no text',
      { argv: ['--trust', 'keys.json'], files: () => keys({ ...own(), partyId: 5 }), want: 2 },
    ],
    ['to be judged again without a transcript', { argv: ['--rejudge'], want: 2 }],
    [
      'to be judged again by a set that is not here',
      { argv: ['--rejudge', '--transcript', 'out/transcript.owt.ndjson'], want: 2 },
    ],
    ['no statement at all', { argv: [], files: () => ({ 'out/statement.jws': 'hello' }), want: 2 }],
  ])('%s', async (_title, { argv, files, want }) => {
    const { code, err } = await verified(argv, files?.());
    expect({ code, err: err === '' }).toEqual({ code: want, err: want !== 2 });
  });

  test('a folder is refused, and its statement is named', async () => {
    const io = memoryIo(
      {},
      { read: async (path) => ({ ok: false, fault: { errno: 'EISDIR', path } }) },
    );
    expect(await main(['verify', 'releases/1.0.0/'], io)).toBe(2);
    expect(io.stderr.join('\n')).toContain('Name it, such as releases/1.0.0/statement.jws');
  });

  test('says who signs, which classes, and that a trusted key did', async () => {
    const { code, out } = await verified(['--trust', 'keys.json'], { 'keys.json': trust });
    expect(code).toBe(0);
    expect(out).toContain('example-core@4.2.1, stated by itself');
    expect(out).toContain('courier · core · 1.0.0 GENERAL · WIRE');
    expect(out).toContain('✓ issuer: COURIER1 (COURIER1), trusted');
  });

  const LAB = { capacity: 'LABORATORY', issuer: 'LAB1' } as const;
  const labKey = () => keys({ ...own(), partyId: 'LAB1' });
  test.each<
    [string, { argv?: readonly string[]; files?: () => Record<string, string>; want: string }]
  >([
    [
      'is verified where the issuer is known',
      {
        argv: ['--trust', 'keys.json'],
        files: labKey,
        want: 'verified by LAB1 (LAB1) as LABORATORY',
      },
    ],
    ['is stated in a name where nobody is known', { want: 'stated in the name of LAB1 (LAB1)' }],
    [
      'does not hold after its end',
      {
        argv: ['--trust', 'keys.json', '--at', '2030-01-01T00:00:00Z'],
        files: labKey,
        want: 'a statement that does not hold, in the name of LAB1',
      },
    ],
  ])('what a laboratory signed %s', async (_title, { argv = [], files, want }) => {
    const { out } = await verified(argv, files?.(), LAB);
    expect(out.split('\n')[0]).toContain(want);
    expect(out.split('\n')[0]?.includes('verified')).toBe(want.startsWith('verified'));
  });

  test('what a signer wrote acts on no terminal', async () => {
    const { out } = await verified([], {}, { ...LAB, issuerName: 'lab\u001b[2J\u202e\r' });
    expect(out).toContain('lab\\u001b[2J\\u202e\\u000d (LAB1)');
    for (const acting of ['\u001b', '\u202e', '\r']) expect(out).not.toContain(acting);
  });

  test('a program gets one document', async () => {
    const { out } = await verified(['--json']);
    expect(JSON.parse(out)).toMatchObject({
      valid: true,
      issuerKnown: false,
      predicate: { role: 'courier' },
    });
  });
});
