import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { publish, QUALITY, type ReleaseSetting } from '../src/index.ts';
import { countLinks } from '../src/release/links.ts';
import { FACTS } from './_quality.ts';
import { small } from './_small.ts';

const by = (algorithm: string) => (bytes: Uint8Array) =>
  createHash(algorithm).update(bytes).digest('hex');
const hashes = { sha256: by('sha256'), sm3: by('sm3') };
const setting: ReleaseSetting = {
  version: '1.0.0-draft.1',
  status: 'draft',
  publishedOn: '2026-11-22',
  handedIn: new Map([
    [QUALITY, JSON.stringify(FACTS)],
    ['docs/en/index.html', '<a href="../../qa.en.html">a</a> <a href="lost.html">b</a>'],
  ]),
};
const files = publish(small(), setting, hashes, '0.1.0');

test('what was handed in is completed by what follows from the files', () => {
  const { examples, twins, links, ...rest } = JSON.parse(files.get(QUALITY) ?? '');
  expect(rest).toEqual(FACTS);
  expect(examples.validCount).toBeGreaterThan(10);
  expect(twins).toMatchObject({ differing: [] });
  expect(twins.valueCount).toBeGreaterThan(100);
  // the printed document of a part names requirements that the part has not
  expect(links.broken.filter((one: string) => one.startsWith('docs/'))).toEqual([
    'docs/en/index.html -> docs/en/lost.html',
  ]);
});

test.each([
  [
    'en',
    ['3: 2 checked, 1 excluded', 'its unit is in its type', '1 of 2 are seen', 'Broken links'],
  ],
  ['zh', ['2 项有检查', '单位见其类型', '2 项中有 1 项', '失效链接']],
] as const)('the page in %s tells all of it', (language, want) => {
  const page = files.get(`qa.${language}.html`) ?? '';
  for (const text of want) expect(page).toContain(text);
  expect(page).toContain('900-mass-is-mass.md');
  expect(page).toContain('Waybill /properties/&lt;b&gt;');
});

test('the changelog tells what was let through', () => {
  expect(files.get('CHANGELOG.en.md')).toContain(
    '## Waivers\n\n- names `Waybill /properties/mass`: its unit is in its type (900-mass-is-mass.md, platform, courier, until 2027-01-01)',
  );
  expect(files.get('CHANGELOG.zh.md')).toContain('## 豁免');
});

test('a release to which nothing is handed in has no report', () => {
  const bare = publish(small(), { ...setting, handedIn: new Map() }, hashes, '0.1.0');
  expect([...bare.keys()].filter((path) => path.startsWith('qa.'))).toEqual([]);
});

describe('links', () => {
  test.each<[string, { given: string; want: readonly string[] }]>([
    ['to a page', { given: '<a href="b.html">', want: [] }],
    ['to a page above', { given: '<a href="../top.html">', want: [] }],
    ['to a place', { given: '<a href="b.html#here">', want: [] }],
    ['to a place of their own page', { given: '<p id="me"><a href="#me">', want: [] }],
    ['to a place in what is no page', { given: '<a href="../data.json#/x">', want: [] }],
    ['to another host', { given: '<a href="https://a.test/b">', want: [] }],
    ['to another release beside', { given: '<a href="../../1.0.0/docs/a.html">', want: [] }],
    ['to a name in Chinese', { given: '<a href="%E9%9D%A2.html">', want: [] }],
    ['to no file', { given: '<img src="c.png">', want: ['docs/a.html -> docs/c.png'] }],
    [
      'to no release beside',
      { given: '<a href="../../drafts/a.html">', want: ['docs/a.html -> ../drafts/a.html'] },
    ],
    ['to no place', { given: '<a href="b.html#no">', want: ['docs/a.html -> docs/b.html#no'] }],
  ])('%s', (_title, { given, want }) => {
    const { broken, pageCount } = countLinks(
      new Map([
        ['docs/a.html', given],
        ['docs/b.html', '<p id="here">'],
        ['docs/面.html', ''],
        ['top.html', ''],
        ['data.json', '{}'],
      ]),
    );
    expect({ broken, pageCount }).toEqual({ broken: want, pageCount: 4 });
  });
});
