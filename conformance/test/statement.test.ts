import type { JWK } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { claimIn, judge } from '../src/judge.ts';
import { subjectOf } from '../src/reports/intoto.ts';
import type { Result } from '../src/result/result.ts';
import { type Checked, check } from '../src/run.ts';
import { type AppliedSet, applied, freeze } from '../src/sets/frozen-set.ts';
import {
  type Against,
  isStatementKey,
  newSigningKey,
  publicPart,
  refusalsOf,
  type Statement,
  signStatement,
  statementOf,
  verifyStatement,
} from '../src/statement/index.ts';
import { digestOf, toText } from '../src/transcript/chain.ts';
import type { Entry } from '../src/transcript/format.ts';
import { fromText } from '../src/transcript/read.ts';
import { reference } from './reference.ts';
import { digest, result } from './reports/given.ts';

const NOW = Date.parse('2026-11-22T10:00:00Z');
const ISSUER = { partyId: 'LAB1', name: '检测所', capacity: 'LABORATORY' } as const;

const KEY = { kty: 'OKP', crv: 'Ed25519', x: 'A'.repeat(43) };

const textOf = (value: Result): string => `${JSON.stringify(value, null, 2)}\n`;

let key: JWK;
let other: JWK;
/** A run of a few scenarios by a set that was frozen. */
let part: Checked;
/** The same, as if nothing else had applied. */
let ran: Result;
let transcript: string;
let set: AppliedSet;

const stated = async (given: Result): Promise<Statement> =>
  statementOf(given, {
    issuer: ISSUER,
    issuedAt: NOW,
    statementId: 'urn:uuid:00000000-0000-4000-8000-000000000001',
    resultDigest: digestOf(textOf(given)),
  });

/** The statement with one member of the predicate put otherwise. */
const changed = (statement: Statement, over: Partial<Statement['predicate']>): Statement => ({
  ...statement,
  predicate: { ...statement.predicate, ...over },
});

const wrongIn = async (jws: string, against: Partial<Against> = {}): Promise<readonly string[]> =>
  (await verifyStatement(jws, { at: NOW, ...against })).looked.flatMap(({ aspect, is }) =>
    is === 'wrong' ? [aspect] : [],
  );

const asWhole = (entry: Entry): Entry => {
  if (entry.kind !== 'head' || entry.plan === undefined) return entry;
  const { requirements: _, ...plan } = entry.plan;
  return { ...entry, plan: { ...plan, isPart: false } };
};

beforeAll(async () => {
  [key, other] = [await newSigningKey(), await newSigningKey()];
  set = applied(freeze('1.0.0', 'PROVISIONAL'));
  const system = await reference('hub');
  part = await check({ ...system, role: 'hub', only: ['discovery', 'lists'], set });
  transcript = toText({ entries: part.transcript.entries.map(asWhole) });
  const read = fromText(transcript);
  if (!read.ok) throw new Error(read.text.en);
  ran = await judge(read.transcript, claimIn(read.transcript, 'hub'), { set });
});

test.each<[string, { given: Partial<Result>; want: string | undefined }]>([
  ['a whole run is signed', { given: {}, want: undefined }],
  [
    'a run that was interrupted is not',
    {
      given: { run: { ...result().run, complete: false } },
      want: 'the run did not come to its end',
    },
  ],
  [
    'a run of some scenarios is not',
    {
      given: { run: { ...result().run, selection: ['door-delivery'] } },
      want: 'only a part of what applies was chosen',
    },
  ],
  [
    'a run of some classes is not',
    {
      given: { run: { ...result().run, classes: ['core'] } },
      want: 'only a part of what applies was chosen',
    },
  ],
  [
    'a shard is not',
    {
      given: { run: { ...result().run, shard: { index: 2, count: 5 } } },
      want: 'it is shard 2 of 5; unite them first',
    },
  ],
  [
    'a recording is not',
    {
      given: { run: { ...result().run, mode: 'JUDGE' } },
      want: 'traffic was only watched, not driven',
    },
  ],
  [
    'a run in which the runner was wrong is not',
    { given: { harness: [{ at: 3, issue: 'x' }] }, want: 'the runner itself was at fault' },
  ],
  [
    'a run by the working set is not',
    {
      given: { set: { version: 'next', stage: 'NEXT', digest: digest('2') } },
      want: 'the set next is a working one, which may change tomorrow',
    },
  ],
  ['a system that was only read is not', { given: { exit: 2 }, want: 'the system was only read' }],
])('%s', (_title, { given, want }) => {
  expect(refusalsOf(result(given)).map(({ en }) => en)).toEqual(want === undefined ? [] : [want]);
});

describe('what is stated', () => {
  test('lists every claimed class, the bad ones too', async () => {
    const { predicate } = await stated(result());
    expect(predicate.verdicts).toEqual([
      { class: 'core', depth: 'WIRE', verdict: 'nonconformant', aboveDepth: 2 },
    ]);
  });

  test('names the clauses of both policies that passed requirements serve', async () => {
    const { predicate } = await stated(ran);
    const ids = predicate.clauses.map(({ clause }) => clause);
    expect(ids).toContain('SC-14');
    expect(ids.some((id) => id.startsWith('DL-'))).toBe(true);
    expect(predicate.clauses.every(({ passed }) => passed > 0)).toBe(true);
    expect(ids.indexOf('SC-4')).toBeLessThan(ids.indexOf('SC-14'));
  });

  test.each([
    ['a year', { given: 'GENERAL', want: '2027-11-22T10:00:00Z' }],
    ['ninety days for a provisional set', { given: 'PROVISIONAL', want: '2027-02-20T10:00:00Z' }],
  ] as const)('lives %s', async (_title, { given, want }) => {
    const { set } = result();
    expect((await stated(result({ set: { ...set, stage: given } }))).predicate.expiresAt).toBe(
      want,
    );
  });

  test('is about what was built, where that is known', async () => {
    const { system } = result();
    const build = digest('b');
    const given = result({ system: { ...system, software: { ...system.software, build } } });
    expect((await stated(given)).subject).toEqual([
      {
        name: 'courier:urn:openwaybill:party:COURIER1:example-core@4.2.1',
        digest: { sha256: 'b'.repeat(64) },
      },
    ]);
  });
});

describe('verifying', () => {
  test('a statement holds with its result and transcript, judged again', async () => {
    const jws = await signStatement(await stated(ran), key);
    const found = await verifyStatement(jws, {
      at: NOW,
      result: textOf(ran),
      transcripts: [transcript],
      trusted: [publicPart(other), { ...publicPart(key), partyId: 'LAB1' }],
      set,
      isRejudged: true,
    });
    expect(found.looked.map(({ aspect, is }) => `${aspect} ${is}`)).toEqual([
      'form ok',
      'signature ok',
      'issuer ok',
      'life ok',
      'time ok',
      'set ok',
      'result ok',
      'transcript ok',
      'rejudged ok',
    ]);
    expect(found).toMatchObject({ isValid: true, isIssuerKnown: true });
  });

  test('without keys to trust it is signed by somebody unknown', async () => {
    const found = await verifyStatement(await signStatement(await stated(ran), key), { at: NOW });
    expect(found.looked.find(({ aspect }) => aspect === 'issuer')).toMatchObject({ is: 'note' });
    expect(found).toMatchObject({ isValid: true, isIssuerKnown: false });
  });

  type Case = {
    readonly payload?: (statement: Statement) => Statement;
    readonly jws?: (jws: string) => string;
    readonly against?: () => Partial<Against>;
    readonly want: readonly string[];
  };
  const files = (): Partial<Against> => ({ result: textOf(ran), transcripts: [transcript] });
  const digests = (over: Partial<Statement['predicate']['digests']>) => (statement: Statement) =>
    changed(statement, { digests: { ...statement.predicate.digests, ...over } });
  /** A member of the key in the header put otherwise. */
  const withKey = (over: object) => (jws: string) => {
    const [head = '', ...rest] = jws.split('.');
    const header = JSON.parse(Buffer.from(head, 'base64url').toString());
    const text = JSON.stringify({ ...header, jwk: { ...header.jwk, ...over } });
    return [Buffer.from(text).toString('base64url'), ...rest].join('.');
  };
  test.each<[string, Case]>([
    ['nothing', { against: files, want: [] }],
    [
      'the digest of the result',
      { payload: digests({ result: digest('0') }), against: files, want: ['result'] },
    ],
    [
      'the digest of the transcript',
      {
        payload: digests({ transcript: digest('0') }),
        against: files,
        want: ['result', 'transcript'],
      },
    ],
    [
      'the digest of the claim',
      {
        payload: digests({ claim: digest('0') }),
        against: files,
        want: ['form', 'result', 'transcript'],
      },
    ],
    [
      'the digest of the set',
      {
        payload: (one) => changed(one, { set: { ...one.predicate.set, digest: digest('0') } }),
        against: files,
        want: ['result'],
      },
    ],
    [
      'the digest of the suite',
      {
        payload: (one) => changed(one, { suite: { ...one.predicate.suite, digest: digest('0') } }),
        against: files,
        want: ['result'],
      },
    ],
    [
      'a verdict',
      {
        payload: (one) =>
          changed(one, {
            verdicts: one.predicate.verdicts.map((row) => ({ ...row, verdict: 'conformant' })),
          }),
        against: files,
        want: ['result'],
      },
    ],
    [
      'a class that is left out',
      {
        payload: (one) => changed(one, { verdicts: one.predicate.verdicts.slice(1) }),
        against: files,
        want: ['result'],
      },
    ],
    [
      'the system that it is about',
      {
        payload: (one) => ({ ...one, subject: [{ ...subjectOf(ran), name: 'hub' }] }),
        against: files,
        want: ['form', 'result'],
      },
    ],
    [
      'the party whose system it is about',
      {
        payload: (one) => ({
          ...one,
          subject: [
            { ...subjectOf(ran), name: subjectOf(ran).name.replace('party:', 'party:OTHER') },
          ],
        }),
        against: files,
        want: ['result'],
      },
    ],
    [
      'the role',
      {
        payload: (one) => ({
          ...changed(one, { role: 'locker' }),
          subject: [{ ...subjectOf(ran), name: subjectOf(ran).name.replace('hub:', 'locker:') }],
        }),
        against: () => ({ transcripts: [transcript], set, isRejudged: true }),
        want: ['transcript'],
      },
    ],
    [
      'the clauses that are served',
      { payload: (one) => changed(one, { clauses: [] }), against: files, want: ['result'] },
    ],
    [
      'a set that was never frozen',
      {
        payload: (one) => changed(one, { set: { ...one.predicate.set, digest: digest('0') } }),
        against: () => ({ set }),
        want: ['set'],
      },
    ],
    [
      'a set that is not general yet',
      {
        payload: (one) =>
          changed(one, { set: { ...one.predicate.set, stage: 'GENERAL', digest: digest('0') } }),
        against: () => ({ set }),
        want: ['set'],
      },
    ],
    [
      'a system that is verified by itself',
      {
        payload: (one) => changed(one, { issuer: { ...ISSUER, partyId: ran.system.organisation } }),
        want: ['issuer'],
      },
    ],
    [
      'a system that another speaks of as itself',
      {
        payload: (one) => changed(one, { issuer: { ...ISSUER, capacity: 'SELF' } }),
        want: ['issuer'],
      },
    ],
    [
      'a byte of the result',
      { against: () => ({ result: textOf(ran).replace('"hub"', '"courier"') }), want: ['result'] },
    ],
    [
      'a byte of the transcript',
      {
        against: () => ({ transcripts: [transcript.replace('"GET"', '"PUT"')] }),
        want: ['transcript'],
      },
    ],
    ['a day after its end', { against: () => ({ at: NOW + 91 * 86_400_000 }), want: ['time'] }],
    ['a day before its beginning', { against: () => ({ at: NOW - 86_400_000 }), want: ['time'] }],
    [
      'a life that is too long',
      { payload: (one) => changed(one, { expiresAt: '2027-11-22T10:00:00Z' }), want: ['life'] },
    ],
    [
      'another key than those that are trusted',
      { against: () => ({ trusted: [publicPart(other)] }), want: ['issuer'] },
    ],
    [
      'a key that is trusted for another party',
      {
        against: () => ({ trusted: [{ ...publicPart(key), partyId: 'LAB2' }] }),
        want: ['issuer'],
      },
    ],
    [
      'the payload under a signature',
      {
        jws: (jws) => {
          const [head = '', payload = '', signature = ''] = jws.split('.');
          const text = Buffer.from(payload, 'base64url')
            .toString()
            .replace('000000000001', '000000000002');
          return [head, Buffer.from(text).toString('base64url'), signature].join('.');
        },
        want: ['signature'],
      },
    ],
    ['a key that is too short', { jws: withKey({ x: 'AAAA' }), want: ['form'] }],
    ['a key of another kind', { jws: withKey({ kty: 'RSA' }), want: ['form'] }],
    ['what is no statement', { jws: () => 'eyJhbGciOiJub25lIn0.e30.', want: ['form'] }],
    [
      'a member that no statement has',
      { payload: (one) => ({ ...one, score: 97 }) as Statement, want: ['form'] },
    ],
  ])('%s', async (_title, { payload = (one) => one, jws = (one) => one, against, want }) => {
    const signed = jws(await signStatement(payload(await stated(ran)), key));
    expect(await wrongIn(signed, against?.())).toEqual(want);
  });

  test('a key in the header does not make another signature its own', async () => {
    const [, payload = '', signature = ''] = (await signStatement(await stated(ran), key)).split(
      '.',
    );
    const [head = ''] = (await signStatement(await stated(ran), other)).split('.');
    expect(await wrongIn([head, payload, signature].join('.'))).toEqual(['signature']);
  });

  const signedOf = async (given: Result, over: Partial<Statement['predicate']> = {}) =>
    signStatement(changed(await stated(given), over), key);

  test('what follows from another standard is not held against a result', async () => {
    const older = { ...ran, suite: { ...ran.suite, version: '0.0.1' } };
    const jws = await signedOf(older, { specVersion: '0.9', clauses: [] });
    expect(await wrongIn(jws, { result: textOf(older) })).toEqual([]);
  });

  test('nothing holds about a result that nothing may be signed about', async () => {
    const part = { ...ran, run: { ...ran.run, selection: ['discovery'] } };
    expect(await wrongIn(await signedOf(part), { result: textOf(part) })).toEqual(['result']);
  });

  test('a set that became general since then is noted', async () => {
    const general = applied(freeze('1.0.0', 'GENERAL'));
    const { looked } = await verifyStatement(await signedOf(ran), { at: NOW, set: general });
    expect(looked.find(({ aspect }) => aspect === 'set')).toMatchObject({ is: 'note' });
  });

  const better = (): Result => ({
    ...ran,
    requirements: ran.requirements.map((one) =>
      one.outcome === 'passed' ? { ...one, outcome: 'failed' } : one,
    ),
  });
  test.each<[string, { given: () => Result }]>([
    ['an outcome put otherwise', { given: better }],
    [
      'a requirement left out',
      { given: () => ({ ...ran, requirements: ran.requirements.slice(1) }) },
    ],
    [
      'a class left out',
      {
        given: () => ({
          ...ran,
          verdicts: ran.verdicts.filter((row) => row.class !== 'core'),
        }),
      },
    ],
  ])('%s in the result is found by judging again', async (_title, { given }) => {
    const jws = await signedOf(given());
    const against = { result: textOf(given()), transcripts: [transcript], set };
    expect(await wrongIn(jws, against)).toEqual([]);
    expect(await wrongIn(jws, { ...against, isRejudged: true })).toEqual(['rejudged']);
  });

  test.each<[string, Partial<Statement['predicate']>]>([
    ['a class left out', { verdicts: [] }],
    ['a recommendation that failed in no run', { shouldFailed: ['TRK-017'] }],
  ])('%s is found by judging again without the result', async (_title, over) => {
    const against = { transcripts: [transcript], set, isRejudged: true };
    expect(await wrongIn(await signedOf(ran), against)).toEqual([]);
    expect(await wrongIn(await signedOf(ran, over), against)).toEqual(['rejudged']);
  });

  test('a set that is not at hand judges nothing again', async () => {
    const against = { transcripts: [transcript], isRejudged: true };
    expect(await wrongIn(await signedOf(ran), against)).toEqual(['rejudged']);
  });

  test('what was driven in part is found by judging again', async () => {
    const { selection: _, ...whole } = part.result.run;
    const jws = await signedOf({ ...part.result, run: whole });
    const against = { transcripts: [toText(part.transcript)], set, isRejudged: true };
    expect(await wrongIn(jws, against)).toEqual(['rejudged']);
  });
});

test.each<[string, { given: unknown; want: boolean }]>([
  ['a public Ed25519 key', { given: KEY, want: true }],
  ['nothing', { given: null, want: false }],
  ['a text', { given: 'key', want: false }],
  ['a key of another kind', { given: { ...KEY, kty: 'EC' }, want: false }],
  ['a key of another curve', { given: { ...KEY, crv: 'X25519' }, want: false }],
  ['a key without x', { given: { kty: 'OKP', crv: 'Ed25519' }, want: false }],
  ['a key whose x is no text', { given: { ...KEY, x: 5 }, want: false }],
  ['a key whose x is short', { given: { ...KEY, x: 'A'.repeat(42) }, want: false }],
  ['a key whose x is not base64url', { given: { ...KEY, x: '='.repeat(43) }, want: false }],
])('%s can verify a statement or cannot', (_title, { given, want }) => {
  expect(isStatementKey(given)).toBe(want);
});
