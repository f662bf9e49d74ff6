import { registry, toContract } from '@openwaybill/schemas';
import { describe, expect, test } from 'vitest';
import { main } from '../src/main.ts';
import { memoryIo } from './_memory-io.ts';

const NOW = Date.parse('2026-11-22T08:00:00+08:00');

// biome-ignore lint/suspicious/noExplicitAny: a test changes a contract at any place
type Draft = any;

/** The real contract as a release of its own, changed. */
const release = (version: string, change: (contract: Draft) => void = () => {}): string => {
  const text = JSON.stringify(toContract(registry)).replaceAll(
    `/schemas/${registry.version}/`,
    `/schemas/${version}/`,
  );
  const contract: Draft = { ...JSON.parse(text), version };
  change(contract);
  return JSON.stringify(contract);
};

const withNote = (contract: Draft): void => {
  const { schema } = contract.schemas.WaybillCancellation;
  schema.properties.note = { type: 'string', minLength: 1, maxLength: 10 };
  schema.required.push('note');
};
const withOptional = (contract: Draft): void => {
  contract.schemas.WaybillCancellation.schema.properties.note = {
    type: 'string',
    minLength: 1,
    maxLength: 10,
  };
};

const BASE = release('1.0.0');
const BREAKING = release('1.9.0', withNote);

const run = async (words: readonly string[], files: Readonly<Record<string, string>> = {}) => {
  const io = memoryIo(
    {
      'schemas/published/1.0.0/contract.json': BASE,
      'dist/1.9.0/contract.json': BREAKING,
      ...files,
    },
    { now: () => NOW },
  );
  const code = await main(words, io);
  return { code, out: io.stdout.join('\n'), err: io.stderr.join('\n'), files: io.files };
};

const RECORD = { 'schemas/decisions/999-nobody-cancels-yet.md': '# Nobody cancels yet\n' };

const waiver = (more: object = {}): string =>
  JSON.stringify([
    {
      rule: 'CMP-002',
      pointer: 'WaybillCancellation /note',
      release: '1.9.0',
      reason: { en: 'nobody cancels yet', zh: '尚无取消' },
      decision: '999-nobody-cancels-yet.md',
      approvedBy: ['platform', 'courier'],
      until: '2027-01-01',
      ...more,
    },
  ]);

describe('diff', () => {
  test('a published version is compared with the standard as it is now', async () => {
    const { code, out } = await run(['diff', '1.0.0']);
    expect({ code, said: out.includes('do not differ') }).toEqual({ code: 0, said: true });
  });

  test('a break in a minor is told with who is hurt, and fails', async () => {
    const { code, out } = await run(['diff', '1.0.0', 'dist/1.9.0']);
    expect(code).toBe(1);
    for (const said of [
      'the version must be at least 2.0.0',
      'CMP-002  WaybillCancellation /note',
      'hurt: platform as caller',
      'refused at / by required',
    ])
      expect(out).toContain(said);
  });

  test('what is compatible may be a minor', async () => {
    const files = { 'dist/1.9.0/contract.json': release('1.9.0', withOptional) };
    expect((await run(['diff', '1.0.0', 'dist/1.9.0'], files)).code).toBe(0);
  });

  test('a break may be a major', async () => {
    const files = { 'dist/2.0.0/contract.json': release('2.0.0', withNote) };
    expect((await run(['diff', '1.0.0', 'dist/2.0.0'], files)).code).toBe(0);
  });

  test.each([
    ['a whole waiver lets a break through', {}, 0],
    ['a waiver that has ended does not', { until: '2026-11-21' }, 1],
    ['a waiver of what was not found fails', { pointer: 'Waybill /note' }, 1],
    ['a waiver of another release does not count', { release: '1.2.0' }, 1],
    ['a waiver that one role approved is not whole', { approvedBy: ['platform'] }, 2],
    ['a waiver in one language is not whole', { reason: { en: 'only' } }, 2],
    ['a waiver by who is no role is not whole', { approvedBy: ['platform', 'nobody'] }, 2],
    ['a waiver of a draft is not whole', { release: '1.9.0-draft.1' }, 2],
    ['a waiver without its record is not whole', { decision: '998-nothing.md' }, 2],
  ])('%s', async (_title, more, want) => {
    const files = { 'schemas/decisions/waivers.json': waiver(more), ...RECORD };
    const { code } = await run(['diff', '1.0.0', 'dist/1.9.0'], files);
    expect(code).toBe(want);
  });

  test('a waiver changes no verdict', async () => {
    const files = { 'schemas/decisions/waivers.json': waiver(), ...RECORD };
    const { out } = await run(['--json', 'diff', '1.0.0', 'dist/1.9.0'], files);
    const { verdict, findings } = JSON.parse(out);
    expect([verdict, findings[0].waiver]).toEqual(['major', '999-nobody-cancels-yet.md']);
  });

  test('a change of meaning is what people declare', async () => {
    const declared = (release: string): Readonly<Record<string, string>> => ({
      'schemas/decisions/declared-changes.json': JSON.stringify([
        {
          rule: 'CMP-093',
          subject: { kind: 'operation', name: 'list-waybills' },
          pointer: '',
          what: { en: 'newest first', zh: '改为倒序' },
          release,
        },
      ]),
    });
    expect((await run(['diff', '1.0.0', '1.0.0'], declared('1.0.0'))).code).toBe(1);
    expect((await run(['diff', '1.0.0', '1.0.0'], declared('1.9.0'))).code).toBe(0);
  });

  test.each([
    ['json', (text: string) => JSON.parse(text).findings[0].rule],
    ['sarif', (text: string) => JSON.parse(text).runs[0].results[0].ruleId],
    ['markdown', (text: string) => /^### (CMP-\d+)/m.exec(text)?.[1]],
    ['html', (text: string) => /<h3><code>(CMP-\d+)/.exec(text)?.[1]],
  ])('a report is had as %s in a file', async (format, ruleIn) => {
    const words = ['diff', '1.0.0', 'dist/1.9.0', '--format', format, '--out', 'report'];
    const { files } = await run(words);
    expect(ruleIn(files.get('report') ?? '')).toBe('CMP-002');
  });

  test('a page of a report loads nothing and escapes what it shows', async () => {
    const odd = release('1.9.0', (contract) => {
      contract.schemas.Waybill.schema.properties['<img>'] = { type: 'boolean' };
      contract.schemas.Waybill.schema.required.push('<img>');
    });
    const { out } = await run(['diff', '1.0.0', 'dist/1.9.0', '--format', 'html', '--lang', 'zh'], {
      'dist/1.9.0/contract.json': odd,
    });
    expect(out).toContain('lang="zh-Hans"');
    expect(out).toContain('&lt;img&gt;');
    expect(out).not.toMatch(/<img|src=|href=/);
  });

  test('only what hurts a role is listed, and the verdict stays', async () => {
    const { out, code } = await run(['diff', '1.0.0', 'dist/1.9.0', '--role', 'locker']);
    expect([code, out.includes('CMP-002')]).toEqual([1, false]);
  });

  test.each([
    ['a version that was never published', ['diff', '9.9.9'], {}],
    ['a document that is no contract', ['diff', 'x.json'], { 'x.json': '{"name":"openwaybill"}' }],
    ['a text that is no JSON', ['diff', 'x.json'], { 'x.json': 'nothing' }],
    ['an unknown role', ['diff', '1.0.0', '--role', 'curier'], {}],
  ])('%s is told in three parts', async (_title, words, files) => {
    const { code, err } = await run(words, files);
    expect(code).toBe(2);
    expect(err).toMatch(/^openwaybill: .+; .+\. .+\.$/);
  });
});

const lines = (...values: readonly unknown[]): string =>
  values.map((value) => JSON.stringify(value)).join('\n');

const TRAFFIC = {
  'run.ndjson': lines({ reason: 'RISK' }, { reason: 'RISK', note: 'x' }, { reason: 7 }),
};

describe('impact', () => {
  test('what only the candidate refuses is counted by place and rule', async () => {
    const words = ['--json', 'impact', 'dist/1.9.0', '--on', 'run.ndjson', '--message'];
    const { code, out } = await run([...words, 'WaybillCancellation'], TRAFFIC);
    const { messageCount, refusedCount, alreadyRefusedCount, rows } = JSON.parse(out);
    expect({ code, messageCount, refusedCount, alreadyRefusedCount }).toEqual({
      code: 1,
      messageCount: 3,
      refusedCount: 2,
      alreadyRefusedCount: 1,
    });
    expect(rows).toContainEqual({
      message: 'WaybillCancellation',
      form: 'receiver',
      pointer: '',
      rule: 'required',
      behind: ['CMP-002'],
      messageCount: 2,
    });
  });

  test('recorded exchanges say by themselves what they are', async () => {
    const exchange = {
      kind: 'exchange',
      operation: 'cancelWaybill',
      request: {
        method: 'POST',
        url: 'https://courier.test/v1/waybills/ZZ010000000016/cancel',
        headers: [],
        body: { utf8: '{"reason":"RISK"}' },
      },
      response: {
        status: 200,
        headers: [],
        body: { utf8: '{"outcome":"VOIDED","status":"VOIDED","revision":3}' },
      },
    };
    const { out } = await run(['--json', 'impact', 'dist/1.9.0', '--on', 'kept'], {
      'kept/a.owt.ndjson': lines(exchange),
      'kept/readme.md': 'not read',
    });
    expect(JSON.parse(out).kinds).toEqual([
      { message: 'WaybillCancellation', messageCount: 1, failedCount: 1 },
      { message: 'WaybillCancellationResult', messageCount: 1, failedCount: 0 },
    ]);
  });

  test('traffic that the candidate takes passes', async () => {
    const words = ['impact', '1.0.0', '--on', 'run.ndjson', '--message', 'WaybillCancellation'];
    expect((await run(words, TRAFFIC)).code).toBe(0);
  });

  test('no value and no unknown name of traffic is printed', async () => {
    const words = ['impact', 'dist/1.9.0', '--on', 'x.ndjson', '--message', 'WaybillCancellation'];
    const { out, err } = await run([...words, '--redact'], {
      'x.ndjson': lines({ reason: 'SECRETCODE', hiddenName: 1, note: 'a note that is too long' }),
    });
    expect(`${out}${err}`).not.toMatch(/SECRETCODE|hiddenName|too long/);
    expect(out).toContain('/note');
  });

  test('personal data where it has no place stops the reading', async () => {
    const words = ['impact', 'dist/1.9.0', '--on', 'x.ndjson', '--message', 'WaybillCancellation'];
    const files = { 'x.ndjson': lines({ reason: 'RISK', note: '+8619900001234' }) };
    const { code, out, err } = await run(words, files);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('x.ndjson:1');
    expect(err).not.toContain('1990000');
    expect((await run([...words, '--redact'], files)).out).toContain('1 messages read');
  });

  const CAPABILITIES = {
    ...(Object.values(
      registry.schemas.get('CapabilityDocument')?.examples.valid ?? {},
    )[0] as object),
  } as { readonly claims: readonly object[]; readonly codeLists: readonly object[] };
  const declares = (partyId: string, role: string, modules: readonly string[], more = {}) => ({
    ...CAPABILITIES,
    organisation: { partyId, name: '模拟有限公司' },
    claims: [{ role, conformanceClass: 'core', modules, requirementSet: '1.0.0' }],
    codeLists: [],
    ...more,
  });

  test.each<[string, { given: readonly object[]; code: number; want: readonly unknown[] }]>([
    [
      'who calls what breaks has to act',
      {
        given: [declares('ZZSHOP', 'platform', ['waybill'])],
        code: 1,
        want: [
          {
            party: 'ZZSHOP',
            reasons: [{ kind: 'module', name: 'waybill', behind: ['CMP-002'], changeCount: 1 }],
          },
        ],
      },
    ],
    [
      'who is not hurt has nothing to do',
      { given: [declares('ZZEXPRESS', 'courier', ['waybill'])], code: 0, want: [] },
    ],
    [
      'who has not the module has nothing to do',
      { given: [declares('ZZSHOP', 'platform', ['order'])], code: 0, want: [] },
    ],
    [
      'who has another version of a list has to act',
      {
        given: [
          declares('ZZSHOP', 'platform', ['order'], {
            codeLists: [{ name: 'CarrierCode', version: '2020-01' }],
          }),
        ],
        code: 1,
        want: [
          {
            party: 'ZZSHOP',
            reasons: [{ kind: 'code-list', name: 'CarrierCode', behind: [], changeCount: 1 }],
          },
        ],
      },
    ],
    [
      'the newest document of a party counts',
      {
        given: [
          declares('ZZSHOP', 'platform', ['order'], { revision: 4 }),
          declares('ZZSHOP', 'platform', ['waybill'], { revision: 3 }),
        ],
        code: 0,
        want: [],
      },
    ],
  ])('%s', async (_title, { given, code, want }) => {
    const files = Object.fromEntries(
      given.map((document, at) => [`parties/${at}.json`, JSON.stringify(document)]),
    );
    const words = ['--json', 'impact', 'dist/1.9.0', '--on', 'parties'];
    const told = await run(words, files);
    expect(JSON.parse(told.out).parties).toEqual(want);
    expect(told.code).toBe(code);
    const shown = await run(words.slice(1), files);
    expect(shown.out).toMatch(/parties that declared what they have: 1/);
    expect(`${shown.out}${shown.err}`).not.toMatch(/模拟有限公司|zz-express/);
  });

  test('limits and algorithms that a candidate no longer takes are named', async () => {
    const narrow = release('1.9.0', ({ schemas }) => {
      const { limits, authentication } = schemas.CapabilityDocument.schema.properties;
      limits.properties.maxBatchItemCount.maximum = 50;
      authentication.properties.signingAlgorithms.items.enum = ['EdDSA'];
    });
    const { out, code } = await run(['--json', 'impact', 'dist/1.9.0', '--on', 'one.json'], {
      'dist/1.9.0/contract.json': narrow,
      'one.json': JSON.stringify(declares('ZZEXPRESS', 'courier', [])),
    });
    const [{ reasons }] = JSON.parse(out).parties;
    expect(reasons.map(({ kind, name }: { kind: string; name: string }) => [kind, name])).toEqual([
      ['limit', 'maxBatchItemCount'],
      ['algorithm', 'signingAlgorithms'],
    ]);
    expect(code).toBe(1);
  });

  test('lines without a name are no messages, and that is told', async () => {
    const { code, err } = await run(['impact', 'dist/1.9.0', '--on', 'run.ndjson'], TRAFFIC);
    expect(code).toBe(2);
    expect(err).toContain('--message');
  });
});
