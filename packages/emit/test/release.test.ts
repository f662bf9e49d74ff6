import { createHash } from 'node:crypto';
import { type Contract, toContract, registry as whole, withVersion } from '@openwaybill/schemas';
import { expect, test } from 'vitest';
import {
  ARTEFACTS,
  emit,
  type Hashes,
  MANIFEST,
  type Manifest,
  manifestIn,
  PRINT_MANIFEST,
  printManifestText,
  publish,
  QUALITY,
  type ReleaseSetting,
  remade,
  verifyFolder,
} from '../src/index.ts';
import { FACTS } from './_quality.ts';
import { small } from './_small.ts';

const hashes: Required<Hashes> = {
  sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
  sm3: (bytes) => createHash('sm3').update(bytes).digest('hex'),
};
const CROSSWALK = JSON.stringify({
  vocabulary: 'aftership-tag',
  version: '1',
  source: 'a public list',
  rows: [
    { code: 'Pending', outcome: 'IGNORE' },
    { code: 'Delivered', eventCode: 'DELIVERED', confidence: 'HIGH' },
  ],
});
// of a part: what holds for each file holds for all, and all of them take their time
const registry = small();
const DRAFT: ReleaseSetting = {
  version: `${registry.version}-draft.1`,
  status: 'draft',
  publishedOn: '2026-11-22',
  handedIn: new Map([
    ['scenarios/01.json', '{}\n'],
    ['docs/index.html', '<!doctype html>\n'],
    [QUALITY, JSON.stringify(FACTS)],
    ['crosswalks/aftership-tag-1.json', CROSSWALK],
    ['migration/couriers.json', '[]\n'],
  ]),
};
const draft = publish(registry, DRAFT, hashes, '0.1.0');
const encoder = new TextEncoder();
const bytesOf = (files: ReadonlyMap<string, string>) =>
  new Map([...files].map(([path, text]) => [path, encoder.encode(text)] as const));
const folder = bytesOf(draft);
const manifest = manifestIn(draft.get(MANIFEST) ?? '') as Manifest;

test('the vector of GB/T 32905 holds', () => {
  expect(hashes.sm3(encoder.encode('abc'))).toBe(
    '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
  );
});

test('the same arguments give the same bytes', () => {
  expect([...publish(registry, DRAFT, hashes, '0.1.0')]).toEqual([...draft]);
});

test('every kind of artefact writes files, and the manifest lists them all', () => {
  const paths = [...draft.keys()].filter((path) => path !== MANIFEST);
  expect(manifest.files.map(({ path }) => path)).toEqual(paths.toSorted());
  const release = {
    registry,
    status: 'draft',
    publishedOn: '2026-11-22',
    previous: withVersion(toContract(registry), '0.9.0'),
    handedIn: DRAFT.handedIn,
  } as const;
  for (const { name, emit } of ARTEFACTS)
    expect(emit(release, draft).size, name).toBeGreaterThan(0);
});

test('a release has the working contract but the documents of roles', () => {
  const missing = [...emit(registry).keys()].filter(
    (path) => !draft.has(path.replace(registry.version, DRAFT.version)),
  );
  expect(missing.every((path) => path.startsWith('openapi/'))).toBe(true);
});

test('everything carries the version of the release alone', () => {
  for (const [path, text] of draft)
    for (const kind of ['schemas', 'policy'])
      expect(text, path).not.toContain(`/${kind}/${registry.version}/`);
  expect(JSON.parse(draft.get('contract.json') ?? '').version).toBe(DRAFT.version);
});

test.each([
  ['draft', true],
  ['ballot', true],
  ['published', false],
] as const)('what is %s bears the banner: %s', (status, want) => {
  const files = publish(registry, { ...DRAFT, version: registry.version, status }, hashes, '0.1.0');
  for (const [path, banner] of [
    ['openapi-3.1.json', 'This is not an authorised publication'],
    ['openapi-3.0.zh.json', '本稿未经批准发布'],
  ] as const)
    expect(files.get(path)?.includes(banner), path).toBe(want);
});

test('the folder of the whole standard holds, and is written again the same', () => {
  const files = publish(whole, DRAFT, hashes, '0.1.0');
  const said = manifestIn(files.get(MANIFEST) ?? '') as Manifest;
  expect(said.files.length).toBeGreaterThan(1500);
  expect(verifyFolder(said, bytesOf(files), hashes)).toEqual([]);
  expect(remade(said, files, undefined, hashes)).toEqual([]);
});

test('where there is no SM3, SHA-256 is checked', () => {
  expect(verifyFolder(manifest, folder, { sha256: hashes.sha256 })).toEqual([]);
});

type Change = (files: Map<string, Uint8Array>) => void;
const without =
  (path: string): Change =>
  (files) =>
    void files.delete(path);
const edited =
  (path: string, from: string, to: string): Change =>
  (files) =>
    void files.set(path, encoder.encode(draft.get(path)?.replace(from, to)));

test.each<[string, { given: Change; want: readonly string[] }]>([
  ['a file that is gone', { given: without('problems.json'), want: ['problems.json missing'] }],
  [
    'a file that nobody listed',
    {
      given: (files) => void files.set('more.json', encoder.encode('{}')),
      want: ['more.json unlisted'],
    },
  ],
  [
    'one changed byte',
    { given: edited('errata.json', '[]', '[ ]'), want: ['errata.json changed'] },
  ],
  [
    'a byte that keeps the length',
    { given: edited('vectors/masks.json', '张', '李'), want: ['vectors/masks.json changed'] },
  ],
  [
    'an $id of another version',
    {
      given: edited(
        'schemas/Money.json',
        `${DRAFT.version}/Money`,
        `${registry.version}-draft.2/Money`,
      ),
      want: ['schemas/Money.json changed', 'schemas/Money.json foreign-id'],
    },
  ],
  [
    'a reference that leads nowhere',
    {
      given: edited(
        'openapi-3.1.json',
        '"#/components/schemas/Revision"',
        '"#/components/schemas/Revison"',
      ),
      want: ['openapi-3.1.json changed', 'openapi-3.1.json dangling'],
    },
  ],
  [
    'a schema that others name',
    {
      given: (files) => {
        without('schemas/Money.json')(files);
        without('bundle/openwaybill.schema.json')(files);
      },
      want: [
        'bundle/openwaybill.schema.json missing',
        'schemas/Money.json missing',
        'schemas/ChargeSplit.json dangling',
      ],
    },
  ],
])('%s is named', (_title, { given, want }) => {
  const files = new Map(folder);
  given(files);
  const found = verifyFolder(manifest, files, hashes).map(({ path, is }) => `${path} ${is}`);
  expect(found).toEqual(expect.arrayContaining([...want]));
  expect(new Set(found.map((one) => one.split(' ')[1]))).toEqual(
    new Set(want.map((one) => one.split(' ')[1])),
  );
});

test.each<[string, { given: (one: Manifest) => Manifest; want: readonly string[] }]>([
  [
    'a path that leads out of the folder',
    {
      given: (one) => ({
        ...one,
        files: one.files.map((file) =>
          file.path === 'problems.json' ? { ...file, path: '../problems.json' } : file,
        ),
      }),
      want: ['../problems.json unsafe', '../problems.json missing', 'problems.json unlisted'],
    },
  ],
  [
    'a path twice',
    {
      given: (one) => ({ ...one, files: [...one.files, ...one.files.slice(-1)] }),
      want: [`${manifest.files.at(-1)?.path} unsafe`],
    },
  ],
  [
    'paths out of order',
    {
      given: (one) => ({ ...one, files: one.files.toReversed() }),
      want: ['MANIFEST.json other'],
    },
  ],
  [
    'digests of another contract',
    {
      given: (one) => ({ ...one, contract: { ...one.contract, sha256: '0'.repeat(64) } }),
      want: ['MANIFEST.json other'],
    },
  ],
  [
    'a digest by SM3 that is another',
    {
      given: (one) => ({
        ...one,
        files: one.files.map((file) =>
          file.path === 'problems.json' ? { ...file, sm3: '0'.repeat(64) } : file,
        ),
      }),
      want: ['problems.json changed'],
    },
  ],
])('a manifest with %s is found', (_title, { given, want }) => {
  const found = verifyFolder(given(manifest), folder, hashes).map(
    ({ path, is }) => `${path} ${is}`,
  );
  expect(found).toEqual(expect.arrayContaining([...want]));
});

test.each([
  ['nothing', ''],
  ['no JSON', '{'],
  ['another document', '{"name":"openwaybill"}'],
  ['a file without digests', JSON.stringify({ ...manifest, files: [{ path: 'a', bytes: 1 }] })],
])('%s is no manifest', (_title, text) => {
  expect(manifestIn(text)).toBeUndefined();
});

test('a file changed with its manifest is found when written again', () => {
  const problems = draft.get('problems.json')?.replace('NOT_FOUND', 'NOT_THERE') ?? '';
  const bytes = encoder.encode(problems);
  const forged: Manifest = {
    ...manifest,
    files: manifest.files.map((file) =>
      file.path === 'problems.json'
        ? {
            ...file,
            bytes: bytes.length,
            sha256: hashes.sha256(bytes),
            sm3: hashes.sm3(bytes),
          }
        : file,
    ),
  };
  const text = `${JSON.stringify(forged, null, 2)}\n`;
  const files = new Map([...draft, ['problems.json', problems], [MANIFEST, text]]);
  expect(verifyFolder(forged, bytesOf(files), hashes)).toEqual([]);
  expect(remade(forged, files, undefined, hashes)).toEqual([
    { path: MANIFEST, is: 'stale' },
    { path: 'problems.json', is: 'stale' },
  ]);
});

test('a release names the one before', () => {
  const previous: Contract = withVersion(toContract(registry), '0.9.0');
  const files = publish(registry, { ...DRAFT, previous }, hashes, '0.1.0');
  expect(manifestIn(files.get(MANIFEST) ?? '')?.previous).toBe('0.9.0');
});

const PRINT = `print/openwaybill-${DRAFT.version}.zh.pdf`;
const prints = new Map([[PRINT, encoder.encode('%PDF-1.4')]]);
const printed = new Map([
  ...folder,
  ...prints,
  [PRINT_MANIFEST, encoder.encode(printManifestText({ ...manifest }, prints, hashes))],
]);

test.each<[string, { given: Change; want: readonly string[] }]>([
  ['as it was made', { given: () => {}, want: [] }],
  ['of which one is gone', { given: without(PRINT), want: [`${PRINT} missing`] }],
  [
    'of which one has another byte',
    {
      given: (files) => void files.set(PRINT, encoder.encode('%PDF-1.5')),
      want: [`${PRINT} changed`],
    },
  ],
  [
    'with one that nobody listed',
    {
      given: (files) => void files.set('print/more.pdf', encoder.encode('%PDF-1.4')),
      want: ['print/more.pdf unlisted'],
    },
  ],
  ['without their manifest', { given: without(PRINT_MANIFEST), want: [`${PRINT} unlisted`] }],
  [
    'with a manifest that is none',
    {
      given: (files) => void files.set(PRINT_MANIFEST, encoder.encode('[]')),
      want: [`${PRINT_MANIFEST} other`],
    },
  ],
  [
    'with the manifest of another version',
    {
      given: (files) =>
        void files.set(
          PRINT_MANIFEST,
          encoder.encode(printManifestText({ ...manifest, version: '2.0.0' }, prints, hashes)),
        ),
      want: [`${PRINT_MANIFEST} other`],
    },
  ],
])('a release with prints %s', (_title, { given, want }) => {
  const files = new Map(printed);
  given(files);
  expect(verifyFolder(manifest, files, hashes).map(({ path, is }) => `${path} ${is}`)).toEqual(
    want,
  );
});
