import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { contractDigest } from '@openwaybill/conformance/prove';
import { type Registry, registry } from '@openwaybill/schemas';
import { beforeAll, describe, expect, test } from 'vitest';
import { publishRelease } from '../src/commands/publish.ts';
import { nodeIo } from '../src/io.ts';
import { main } from '../src/main.ts';
import { errataOf } from '../src/release/errata.ts';
import { signatureOf, signingKey } from '../src/release/signature.ts';
import { type MemoryIo, memoryIo } from './_memory-io.ts';

const DAY = ['--date', '2026-11-22'];
/** A published version without prints, for which memory has no browser. */
const PUBLISH = ['publish', '--status', 'published', '--no-pdf', '--proof', 'proof.json'];
const FROZEN = 'schemas/published/1.0.0';
const { seeds } = nodeIo();

const seed = (path: string): string => readFileSync(join(seeds, path), 'utf8');

/** A proof of the suite that meets every demand for the requirements as they are. */
const PROOF = {
  format: 'openwaybill-prove/1',
  run: { whole: true, complete: true },
  digests: { set: contractDigest() },
  demands: [{ id: 'FAULTS', isMet: true }],
};

/** A clone without anything published, with a scenario of the mock server and what the pages are made of. */
const clone = (files: Readonly<Record<string, string>> = {}): MemoryIo =>
  memoryIo({
    'schemas/published/next/contract.json': '{}',
    'seeds/scenarios/01.json': seed('scenarios/01.json'),
    'seeds/migration/couriers.json': seed('migration/couriers.json'),
    'seeds/policy/clauses.json': seed('policy/clauses.json'),
    'portal/validators.js': 'window.openwaybillJudge = undefined;\n',
    'proof.json': JSON.stringify(PROOF),
    ...files,
  });

const said = (io: MemoryIo): string => [...io.stdout, ...io.stderr].join('\n');

/** What a published release leaves in a clone: its folder, and the contract that is frozen. */
let released: MemoryIo;
beforeAll(async () => {
  released = clone();
  expect(await main(['new', 'key', 'publisher', '--party', 'STANDARD1'], released)).toBe(0);
  const argv = [...PUBLISH, '1.0.0', ...DAY, '--out', 'dist/1.0.0', '--sign', 'publisher.jwk'];
  expect(await main(argv, released), said(released)).toBe(0);
}, 60_000);

/** Files of the release that say something of themselves alone: what holds for them holds for all. */
const FEW = ['contract.json', 'errata.json', 'problems.json', 'vectors/masks.json'];

const CONTRACT = JSON.stringify({
  name: 'openwaybill',
  version: '1.0.0',
  modules: [],
  schemas: {},
  operations: [],
  events: [],
  lifecycles: [],
  codeLists: [],
  requirements: [],
  problems: { NOT_FOUND: {} },
});

/** The same release with few files and a small contract, sealed as if there had never been more. */
let slim: ReadonlyMap<string, string>;
beforeAll(() => {
  const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
  const sm3 = (text: string): string => createHash('sm3').update(text).digest('hex');
  const manifest = JSON.parse(released.files.get('dist/1.0.0/MANIFEST.json') ?? '');
  const contract = { sha256: sha256(CONTRACT), sm3: sm3(CONTRACT) };
  const text = JSON.stringify({
    ...manifest,
    contract,
    files: manifest.files
      .filter(({ path }: { path: string }) => FEW.includes(path))
      .map((file: { path: string }) =>
        file.path === 'contract.json' ? { ...file, bytes: CONTRACT.length, ...contract } : file,
      ),
  });
  const seal = JSON.parse(released.files.get(`${FROZEN}/SEAL.json`) ?? '');
  slim = new Map([
    ...FEW.map((path) => `dist/1.0.0/${path}`).map(
      (path) => [path, released.files.get(path) ?? ''] as const,
    ),
    ['dist/1.0.0/contract.json', CONTRACT],
    ['dist/1.0.0/MANIFEST.json', text],
    [`${FROZEN}/contract.json`, CONTRACT],
    [`${FROZEN}/policy/views.json`, released.files.get(`${FROZEN}/policy/views.json`) ?? ''],
    [
      `${FROZEN}/SEAL.json`,
      JSON.stringify({ ...seal, contract, manifest: { sha256: sha256(text) } }),
    ],
  ]);
});

/** That clone again, to be changed. */
const after = (change: (files: Map<string, string>) => void = () => {}): MemoryIo => {
  const files = new Map(slim);
  change(files);
  return clone(Object.fromEntries(files));
};
const edit =
  (path: string, from: string, to: string) =>
  (files: Map<string, string>): void => {
    const text = files.get(path) ?? '';
    expect(text, path).toContain(from);
    files.set(path, text.replace(from, to));
  };

test('a release is a folder, and its contract is frozen', () => {
  const files = [...released.files.keys()];
  expect(files.filter((path) => path.startsWith('dist/1.0.0/')).length).toBeGreaterThan(1500);
  expect(files.filter((path) => path.startsWith(`${FROZEN}/`))).toEqual([
    `${FROZEN}/contract.json`,
    `${FROZEN}/policy/views.json`,
    `${FROZEN}/SEAL.json`,
  ]);
  expect(released.files.get(`${FROZEN}/contract.json`)).toBe(
    released.files.get('dist/1.0.0/contract.json'),
  );
  expect(files.filter((path) => path.includes('.incoming'))).toEqual([]);
  expect(said(released)).toMatch(/OpenWaybill 1\.0\.0 \(published, 2026-11-22\): \d+ files/);
});

test('a published version is written again to the byte', async () => {
  const io = clone(Object.fromEntries(released.files));
  const argv = ['publish', '1.0.0', '--status', 'published', '--no-pdf', ...DAY];
  expect(await main([...argv, '--out', 'dist/again'], io), said(io)).toBe(0);
  expect(said(io)).toContain('to the byte what was published');
  const below = (folder: string): readonly (readonly [string, string])[] =>
    [...io.files]
      // whoever writes it again signs it or not
      .filter(([path]) => path.startsWith(folder) && !path.endsWith('.jws'))
      .map(([path, text]) => [path.slice(folder.length), text] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1));
  expect(below('dist/again/')).toEqual(below('dist/1.0.0/'));
  expect(io.files.get(`${FROZEN}/SEAL.json`)).toBe(released.files.get(`${FROZEN}/SEAL.json`));
});

test('every page of a release leads to files of the release', () => {
  const root = 'dist/1.0.0/docs';
  const pages = [...released.files].filter(
    ([path]) => path.startsWith(root) && path.endsWith('.html'),
  );
  const wrong = pages.flatMap(([path, text]) =>
    [...text.matchAll(/\b(?:href|src)="([^"#]+)/g)]
      .map(([, to = '']) => posix.join(posix.dirname(path), to))
      .filter((target) => !released.files.has(target))
      .map((target) => `${path} -> ${target}`),
  );
  expect(pages.length).toBeGreaterThan(2500);
  expect(wrong.slice(0, 20)).toEqual([]);
});

test('it holds, and all of it is written again the same', async () => {
  const io = clone(Object.fromEntries(released.files));
  const argv = ['verify', 'dist/1.0.0', '--deep', '--trust', 'publisher.public.json'];
  expect(await main(argv, io), said(io)).toBe(0);
  expect(said(io)).toMatch(/^signed by STANDARD1 /);
  expect(said(io)).toMatch(/all as the manifest says and as they would be written again/);
});

describe.each<
  [string, { given: (files: Map<string, string>) => void; code: number; says: RegExp; zh: RegExp }]
>([
  [
    'one changed byte is named',
    {
      given: edit('dist/1.0.0/problems.json', 'NOT_FOUND', 'NOT_FOUNT'),
      code: 1,
      says: /^changed {2}problems\.json: \d+ bytes, sha256/m,
      zh: /^有改动 {2}problems\.json/m,
    },
  ],
  [
    'a file that is gone is named',
    {
      given: (files) => void files.delete('dist/1.0.0/vectors/masks.json'),
      code: 1,
      says: /^missing {2}vectors\/masks\.json/m,
      zh: /^缺少 {2}vectors\/masks\.json/m,
    },
  ],
  [
    'a file that was put in is named',
    {
      given: (files) => void files.set('dist/1.0.0/schemas/More.json', '{}'),
      code: 1,
      says: /^unlisted {2}schemas\/More\.json/m,
      zh: /^未列出 {2}schemas\/More\.json/m,
    },
  ],
  [
    'a manifest that is not the published one is found',
    {
      given: edit('dist/1.0.0/MANIFEST.json', '2026-11-22', '2026-11-23'),
      code: 1,
      says: /^changed {2}MANIFEST\.json: it is not the manifest that 1\.0\.0 was published with/m,
      zh: /^有改动 {2}MANIFEST\.json/m,
    },
  ],
  [
    'a manifest that is cut off is none',
    {
      given: (files) => void files.set('dist/1.0.0/MANIFEST.json', '{"name":'),
      code: 2,
      says: /MANIFEST\.json is no manifest/,
      zh: /不是清单/,
    },
  ],
  [
    'a folder without a manifest is told so',
    {
      given: (files) => void files.delete('dist/1.0.0/MANIFEST.json'),
      code: 2,
      says: /MANIFEST\.json is no manifest/,
      zh: /不是清单/,
    },
  ],
  [
    'a published contract that was touched is named',
    {
      given: edit(`${FROZEN}/contract.json`, 'NOT_FOUND', 'NOT_FOUNT'),
      code: 1,
      says: /schemas\/published\/1\.0\.0\/contract\.json is not what was published/,
      zh: /contract\.json 与发布时不同/,
    },
  ],
])('verify: %s', (_title, { given, code, says, zh }) => {
  test.each([
    ['en', says],
    ['zh', zh],
  ] as const)('in %s', async (language, words) => {
    const io = after(given);
    expect(await main(['verify', 'dist/1.0.0', '--lang', language], io)).toBe(code);
    expect(said(io)).toMatch(words);
  });
});

test('the slim release holds', async () => {
  const io = after();
  expect(await main(['verify', 'dist/1.0.0'], io), said(io)).toBe(0);
});

test('a release that follows none is compared with none', async () => {
  const io = after();
  const argv = ['verify', 'dist/1.0.0', '--deep', '--previous', 'dist/0.9.0'];
  expect(await main(argv, io)).toBe(2);
  expect(said(io)).toMatch(/follows none, and dist\/0\.9\.0 was named/);
});

test('for programs every finding is data', async () => {
  const io = after((files) => void files.delete('dist/1.0.0/errata.json'));
  expect(await main(['verify', 'dist/1.0.0', '--json'], io)).toBe(1);
  expect(JSON.parse(io.stdout.join(''))).toMatchObject({
    version: '1.0.0',
    status: 'published',
    sm3Checked: true,
    findings: [{ path: 'errata.json', is: 'missing' }],
  });
});

describe('a signed release', () => {
  let signed: ReadonlyMap<string, string>;
  beforeAll(async () => {
    const io = after();
    expect(await main(['new', 'key', 'publisher', '--party', 'STANDARD1'], io)).toBe(0);
    expect(await main(['new', 'key', 'other'], io)).toBe(0);
    const key = await signingKey('publisher.jwk', io);
    if ('complaint' in key) throw new Error(key.complaint.seen.en);
    const manifest = io.files.get('dist/1.0.0/MANIFEST.json') ?? '';
    const jws = await signatureOf(manifest, key.key);
    expect(jws).toMatch(/^[\w-]+[.][.][\w-]+\n$/);
    signed = new Map([...io.files, ['dist/1.0.0/MANIFEST.json.jws', jws]]);
  });

  const JWS = 'dist/1.0.0/MANIFEST.json.jws';
  test.each<
    [
      string,
      {
        given?: (files: Map<string, string>) => void;
        argv?: readonly string[];
        code: number;
        says: RegExp;
      },
    ]
  >([
    ['holds, of a key that nobody vouches for', { code: 0, says: /whose it is, is not known/ }],
    [
      'holds, of a party that is trusted',
      { argv: ['--trust', 'publisher.public.json'], code: 0, says: /^signed by STANDARD1 \(/m },
    ],
    [
      'of a key that is not trusted fails',
      {
        argv: ['--trust', 'other.public.json'],
        code: 1,
        says: /^wrong {2}MANIFEST\.json\.jws: the key .* is none of those that are trusted/m,
      },
    ],
    [
      'whose manifest changed with its seal is named',
      {
        given: (files) => {
          edit('dist/1.0.0/MANIFEST.json', '2026-11-22', '2026-11-23')(files);
          files.delete(`${FROZEN}/contract.json`);
          files.delete(`${FROZEN}/policy/views.json`);
          files.delete(`${FROZEN}/SEAL.json`);
        },
        code: 1,
        says: /^wrong {2}MANIFEST\.json\.jws: the manifest is not the one that was signed/m,
      },
    ],
    [
      'whose signature is none is named',
      {
        given: (files) => void files.set(JWS, 'a..b'),
        code: 1,
        says: /MANIFEST\.json\.jws: it is no detached signature/,
      },
    ],
    [
      'without its signature fails where keys are trusted',
      {
        given: (files) => void files.delete(JWS),
        argv: ['--trust', 'publisher.public.json'],
        code: 1,
        says: /MANIFEST\.json\.jws: it is not there/,
      },
    ],
    ['and keys that are none are wrong use', { argv: ['--trust', JWS], code: 2, says: /no keys/ }],
  ])('%s', async (_title, { given = () => {}, argv = [], code, says }) => {
    const files = new Map(signed);
    given(files);
    const io = clone(Object.fromEntries(files));
    expect(await main(['verify', 'dist/1.0.0', ...argv], io), said(io)).toBe(code);
    expect(said(io)).toMatch(says);
  });

  test('is signed by a private key alone', async () => {
    const io = clone(Object.fromEntries(signed));
    const asked = { ...PRINTED, status: 'draft', pdf: false, out: 'dist/draft' } as const;
    const options = { ...asked, sign: 'publisher.public.json' };
    expect(await publishRelease(options, io, registry, withoutPages)).toBe(2);
    expect(said(io)).toContain('publisher.public.json is no private Ed25519 key');
  });
});

type Bad = {
  readonly given: MemoryIo;
  readonly argv: readonly string[];
  readonly code: number;
  readonly says: RegExp;
  readonly zh: RegExp;
};
const OUT = ['--out', 'dist/new'];

describe.each<[string, () => Bad]>([
  [
    'a published version is refused for ever',
    () => ({
      given: after(),
      argv: ['1.0.0', '--status', 'published', '--proof', 'proof.json', ...DAY, ...OUT],
      code: 2,
      says: /1\.0\.0 is published, and this would be another; a published version never changes/,
      zh: /1\.0\.0 已发布/,
    }),
  ],
  [
    'a folder that exists is refused',
    () => ({
      given: after(),
      argv: ['1.1.0', ...DAY, '--out', 'dist/1.0.0'],
      code: 2,
      says: /dist\/1\.0\.0 exists/,
      zh: /dist\/1\.0\.0 已存在/,
    }),
  ],
  [
    'a published policy touched by hand stops the next release',
    () => ({
      given: after(edit(`${FROZEN}/policy/views.json`, 'matrix', 'matrixx')),
      argv: ['1.1.0', ...DAY, ...OUT],
      code: 1,
      says: /schemas\/published\/1\.0\.0\/policy\/views\.json is not what was published/,
      zh: /views\.json 与发布时不同/,
    }),
  ],
  [
    'a published contract touched by hand stops the next release',
    () => ({
      given: after(edit(`${FROZEN}/contract.json`, 'NOT_FOUND', 'NOT_FOUNT')),
      argv: ['1.1.0', ...DAY, ...OUT],
      code: 1,
      says: /schemas\/published\/1\.0\.0\/contract\.json is not what was published/,
      zh: /contract\.json 与发布时不同/,
    }),
  ],
  [
    'a seal that is gone stops it, too',
    () => ({
      given: after((files) => void files.delete(`${FROZEN}/SEAL.json`)),
      argv: ['1.1.0', ...DAY, ...OUT],
      code: 1,
      says: /SEAL\.json is not there/,
      zh: /SEAL\.json 不存在/,
    }),
  ],
  [
    'a version before the named one is refused',
    () => ({
      given: after(),
      argv: ['0.9.0', ...DAY, ...OUT, '--previous', 'dist/1.0.0'],
      code: 2,
      says: /0\.9\.0-draft does not come after 1\.0\.0/,
      zh: /不在 1\.0\.0 之后/,
    }),
  ],
  [
    'what is no version',
    () => ({
      given: clone(),
      argv: ['1.0', ...DAY, ...OUT],
      code: 2,
      says: /1\.0 is no version/,
      zh: /1\.0 不是版本号/,
    }),
  ],
  [
    'a stage that is not the status',
    () => ({
      given: clone(),
      argv: ['1.0.0-draft.1', '--status', 'published', ...DAY, ...OUT],
      code: 2,
      says: /1\.0\.0-draft\.1 is to be released as published; .*such as 1\.0\.0/,
      zh: /请改用其他版本号/,
    }),
  ],
  [
    'a status that nobody knows',
    () => ({
      given: clone(),
      argv: ['1.0.0', '--status', 'final', ...DAY, ...OUT],
      code: 2,
      says: /there is no status final; one of draft, ballot, published is needed/,
      zh: /没有状态 final/,
    }),
  ],
  [
    'a day that the calendar lacks',
    () => ({
      given: clone(),
      argv: ['1.0.0', '--date', '2026-02-30', ...OUT],
      code: 2,
      says: /2026-02-30 is no day/,
      zh: /2026-02-30 不是日期/,
    }),
  ],
  [
    'no day',
    () => ({
      given: clone(),
      argv: ['1.0.0', ...OUT],
      code: 2,
      says: /no --date was given/,
      zh: /未给出 --date/,
    }),
  ],
  [
    'no folder',
    () => ({
      given: clone(),
      argv: ['1.0.0', ...DAY],
      code: 2,
      says: /no --out was given/,
      zh: /未给出 --out/,
    }),
  ],
  [
    'a previous release that is none',
    () => ({
      given: clone({ 'old/contract.json': '[]' }),
      argv: ['1.1.0', ...DAY, ...OUT, '--previous', 'old'],
      code: 2,
      says: /old\/contract\.json is no contract/,
      zh: /不是契约文件/,
    }),
  ],
])('publish: %s', (_title, row) => {
  test.each(['en', 'zh'] as const)('in %s', async (language) => {
    const { given, argv, code, says, zh } = row();
    const before = [...given.files];
    expect(await main(['publish', ...argv, '--lang', language], given)).toBe(code);
    expect(said(given)).toMatch(language === 'en' ? says : zh);
    expect([...given.files]).toEqual(before);
  });
});

/** The registry with one schema changed. */
const changed = (name: string, change: (schema: object) => object): Registry => {
  const entry = registry.schemas.get(name);
  if (entry === undefined) throw new Error(`${name} is no schema`);
  return {
    ...registry,
    schemas: new Map([
      ...registry.schemas,
      [name, { ...entry, schema: change(entry.schema) as typeof entry.schema }],
    ]),
  };
};

test.each<[string, { given: Registry; says: string }]>([
  [
    'a title without Chinese',
    {
      given: changed('Waybill', (schema) => ({ ...schema, 'x-title-zh': '' })),
      says: 'bilingual  Waybill',
    },
  ],
  [
    'a reference that leads nowhere',
    {
      given: {
        ...registry,
        schemas: new Map([...registry.schemas].filter(([name]) => name !== 'Money')),
      },
      says: 'links  ',
    },
  ],
])('definitions with %s are not released', async (_title, { given, says }) => {
  const io = clone();
  const before = [...io.files];
  const code = await publishRelease(
    {
      version: '1.0.0',
      status: 'draft',
      date: '2026-11-22',
      out: 'dist/new',
      language: 'en',
      json: false,
      pdf: false,
    },
    io,
    given,
  );
  expect(code).toBe(1);
  expect(said(io)).toContain(says);
  expect([...io.files]).toEqual(before);
});

const PRINTED = {
  version: '1.0.0',
  date: '2026-11-22',
  out: 'dist/new',
  language: 'en',
  json: false,
  pdf: true,
} as const;

/** A release whose pages are beside the point is made without them. */
const withoutPages = async (): Promise<ReadonlyMap<string, string>> => new Map();

/** The registry with the address of an operation moved: nobody who calls it finds it. */
const moved: Registry = {
  ...registry,
  operations: registry.operations.map((operation) =>
    operation.name === 'get-health' ? { ...operation, path: '/v1/well-being' } : operation,
  ),
};

test.each<[string, { version: string; code: number; says: RegExp }]>([
  [
    'too low for it',
    { version: '1.0.1', code: 1, says: /1\.0\.1 is too low .* must be at least 2\.0\.0/ },
  ],
  ['high enough', { version: '2.0.0', code: 0, says: /OpenWaybill 2\.0\.0 \(published/ }],
])('a break is released by a version that is %s', async (_title, { version, code, says }) => {
  const io = clone(Object.fromEntries(released.files));
  const before = io.files.size;
  const options = {
    status: 'published',
    date: '2026-12-01',
    proof: 'proof.json',
    language: 'en',
    json: false,
    pdf: false,
  } as const;
  const asked = { ...options, version, out: 'dist/new' };
  expect(await publishRelease(asked, io, moved, withoutPages)).toBe(code);
  expect(said(io)).toMatch(says);
  const diff = io.files.get('dist/new/diff-from-previous.json');
  expect(diff === undefined ? undefined : JSON.parse(diff).verdict).toBe(
    code === 0 ? 'major' : undefined,
  );
  expect(io.files.size > before).toBe(code === 0);
  if (code === 0)
    expect(io.files.get('dist/new/CHANGELOG.en.md')).toMatch(
      /## Who has to act\n\n- platform as caller: get-health \(CMP-057\)/,
    );
});

test('a link that leads nowhere keeps a release from being written', async () => {
  const io = clone();
  const before = [...io.files];
  const asked = { ...PRINTED, pdf: false, status: 'draft' } as const;
  const pages = async () => new Map([['docs/en/a.html', '<a href="gone.html">']]);
  expect(await publishRelease(asked, io, registry, pages)).toBe(1);
  expect(said(io)).toMatch(/docs\/en\/a\.html -> docs\/en\/gone\.html/);
  expect([...io.files]).toEqual(before);
});

test('a release tells its quality', () => {
  const { lint, coverage, twins, links } = JSON.parse(
    released.files.get('dist/1.0.0/qa.json') ?? '',
  );
  expect({ waived: lint.waived, differing: twins.differing, broken: links.broken }).toEqual({
    waived: [],
    differing: [],
    broken: [],
  });
  expect(coverage.requirements.checkedCount).toBeGreaterThan(250);
  expect(released.files.get('dist/1.0.0/docs/en/index.html')).toContain('href="../../qa.en.html"');
});

const ERRATUM = {
  release: '1.0.1',
  id: 'ERR-001',
  affects: ['1.0.0'],
  pointer: 'OrderSubmission /payMode',
  wrong: { en: 'Prepaid.', zh: '预付。' },
  right: { en: 'Paid by the sender.', zh: '寄方付。' },
  reason: { en: 'It was read otherwise.', zh: '曾被误读。' },
  noticeOn: '2026-12-01',
  effectiveOn: '2026-12-15',
};

test.each<[string, { given: unknown; code: number; want: unknown }]>([
  ['of its version', { given: [ERRATUM], code: 0, want: ['ERR-001'] }],
  ['of no other version', { given: [{ ...ERRATUM, release: '2.0.0' }], code: 0, want: [] }],
  ['that are whole', { given: [{ ...ERRATUM, right: undefined }], code: 2, want: undefined }],
])('a release lists the errata %s', async (_title, { given, code, want }) => {
  const io = clone({
    ...Object.fromEntries(released.files),
    'schemas/decisions/errata.json': JSON.stringify(given),
  });
  const asked = {
    version: '1.0.1',
    status: 'published',
    proof: 'proof.json',
    date: '2026-11-22',
    out: 'dist/1.0.1',
    language: 'en',
    json: false,
    pdf: false,
  } as const;
  expect(await publishRelease(asked, io, registry, withoutPages), said(io)).toBe(code);
  const text = io.files.get('dist/1.0.1/errata.json');
  const listed = text === undefined ? undefined : JSON.parse(text).errata;
  expect(listed?.map(({ id }: { id: string }) => id)).toEqual(want);
});

test('a draft lists the errata of its release', async () => {
  const io = clone({ 'schemas/decisions/errata.json': JSON.stringify([ERRATUM]) });
  expect(await errataOf(`${ERRATUM.release}-draft.2`, io)).toMatchObject({
    errata: [{ id: 'ERR-001' }],
  });
});

test('a disk that is full leaves nothing half written', async () => {
  const io = clone();
  const { write } = io;
  let count = 0;
  const full: MemoryIo = {
    ...io,
    write: async (path, content) => {
      count += 1;
      return count > 100 ? { errno: 'ENOSPC', path } : write(path, content);
    },
  };
  const before = [...io.files];
  const asked = {
    version: '1.0.0',
    status: 'draft',
    date: '2026-11-22',
    out: 'dist/new',
    language: 'en',
    json: false,
    pdf: false,
  } as const;
  expect(await publishRelease(asked, full, registry, withoutPages)).toBe(2);
  expect(said(io)).toContain('ENOSPC');
  expect([...io.files]).toEqual(before);
});

test.each<[string, { proof?: string; is?: unknown; code: number; says: RegExp }]>([
  ['nothing', { code: 2, says: /no --proof was given.*openwaybill prove --out proof/s }],
  ['a file that is not there', { proof: 'no.json', code: 2, says: /no\.json/ }],
  ['another document', { proof: 'is.json', is: {}, code: 2, says: /is\.json is no proof/ }],
  [
    'a part of a proof',
    {
      proof: 'is.json',
      is: { ...PROOF, run: { whole: false, complete: true } },
      code: 1,
      says: /is a part of a proof/,
    },
  ],
  [
    'a proof with a survivor',
    {
      proof: 'is.json',
      is: { ...PROOF, demands: [{ id: 'FAULTS', isMet: false }] },
      code: 1,
      says: /leaves demands unmet: FAULTS/,
    },
  ],
  [
    'a proof of other requirements',
    {
      proof: 'is.json',
      is: { ...PROOF, digests: { set: 'sha256:0' } },
      code: 1,
      says: /is about other requirements than these/,
    },
  ],
])('by %s nothing is published', async (_title, { proof, is, code, says }) => {
  const io = clone(is === undefined ? {} : { 'is.json': JSON.stringify(is) });
  const before = [...io.files];
  const asked = {
    ...PRINTED,
    pdf: false,
    status: 'published',
    ...(proof === undefined ? {} : { proof }),
  } as const;
  expect(await publishRelease(asked, io, registry, withoutPages)).toBe(code);
  expect(said(io)).toMatch(says);
  expect([...io.files]).toEqual(before);
});

test('a published version is printed, or is told not to be', async () => {
  const io = clone();
  const before = [...io.files];
  const asked = { ...PRINTED, status: 'published', proof: 'proof.json' } as const;
  expect(await publishRelease(asked, io, registry, withoutPages)).toBe(5);
  expect(said(io)).toMatch(/there is no Chromium here.*--no-pdf/s);
  expect([...io.files]).toEqual(before);
});

test('a draft without a browser has no print, and says so', async () => {
  const io = clone();
  const asked = { ...PRINTED, status: 'draft' } as const;
  expect(await publishRelease(asked, io, registry, withoutPages)).toBe(0);
  expect(io.stderr.join('\n')).toMatch(/there is no Chromium here/);
  expect([...io.files.keys()].filter((path) => path.startsWith('dist/new/print/'))).toEqual([
    'dist/new/print/openwaybill-1.0.0-draft.en.html',
    'dist/new/print/openwaybill-1.0.0-draft.zh.html',
  ]);
});

test('the scenarios of the mock server are among the seeds', async () => {
  expect((await nodeIo().filesBelow(`${seeds}/scenarios`)).length).toBeGreaterThan(20);
});
