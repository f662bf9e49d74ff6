import { PROSE, registry as whole } from '@openwaybill/schemas';
import { expect, test } from 'vitest';
import { printedDocument } from '../src/document/document.ts';
import { lifecycleDrawing } from '../src/document/lifecycle-drawing.ts';
import { pagedAnchors, withPageNumbers } from '../src/document/page-numbers.ts';
import type { Release } from '../src/release/release.ts';
import { small } from './_small.ts';

const CROSSWALK = JSON.stringify({
  vocabulary: 'aftership-tag',
  version: '1',
  source: 'a public list',
  rows: [
    { code: 'Pending', outcome: 'IGNORE' },
    { code: 'Delivered', eventCode: 'DELIVERED', confidence: 'HIGH' },
  ],
});
const release: Release = {
  registry: whole,
  status: 'draft',
  publishedOn: '2026-11-22',
  handedIn: new Map([['crosswalks/aftership-tag-1.json', CROSSWALK]]),
};
const documents = printedDocument(release);
const en = documents.get(`print/openwaybill-${whole.version}.en.html`) ?? '';
const zh = documents.get(`print/openwaybill-${whole.version}.zh.html`) ?? '';

const anchors = (html: string): readonly string[] =>
  [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id ?? '');
const headings = (html: string): readonly (readonly [string, string])[] =>
  [...html.matchAll(/<h([1-6])>(?:<span class="number">([^<]*)<\/span> )?/g)].map(
    ([, depth = '', number = '']) => [depth, number],
  );
const count = (html: string, text: string): number => html.split(text).length - 1;

test('both languages have the same clauses under the same numbers', () => {
  expect(documents.size).toBe(2);
  expect(anchors(zh)).toEqual(anchors(en));
  expect(headings(zh)).toEqual(headings(en));
});

test('every anchor occurs once, and every link leads to one', () => {
  const known = new Set(anchors(en));
  expect(known.size).toBe(anchors(en).length);
  const links = [...en.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id ?? '');
  expect(links.filter((id) => !known.has(id))).toEqual([]);
  expect(links.length).toBeGreaterThan(3000);
});

test('the elements stand in the order of GB/T 1.1', () => {
  const titles = [...zh.matchAll(/<h1>(?:<span[^>]*>[^<]*<\/span> )?([^<]*)<\/h1>/g)].map(
    ([, title]) => title,
  );
  expect(titles).toEqual([
    '目次',
    '前言',
    '引言',
    '范围',
    '规范性引用文件',
    '术语和定义',
    '缩略语',
    '总则',
    ...whole.modules.map(({ title }) => title.zh),
    '安全与个人信息保护',
    '符合性',
    '附录 A（规范性）代码表',
    '附录 B（规范性）生命周期',
    '附录 C（规范性）问题码',
    '附录 D（资料性）示例',
    '附录 E（资料性）与其他代码体系的对照',
    '参考文献',
    '索引',
  ]);
});

test('chapters are numbered without a gap, and clauses below them', () => {
  const numbers = headings(en).map(([, number]) => number);
  const chapters = numbers.filter((number) => /^[0-9]+$/.test(number));
  expect(chapters).toEqual(chapters.map((_, at) => String(at + 1)));
  for (const number of numbers.filter((one) => one.includes('.'))) {
    const steps = number.split('.');
    const last = Number(steps.pop());
    const before = last === 1 ? steps.join('.') : [...steps, last - 1].join('.');
    if (!/^[A-E]$/.test(before)) expect(numbers, number).toContain(before);
  }
});

test('every requirement occurs once, with the verb of its level', () => {
  const verbs = {
    en: { MUST: 'shall', 'MUST NOT': 'shall not', SHOULD: 'should', MAY: 'may' },
    zh: { MUST: '应', 'MUST NOT': '不应', SHOULD: '宜', MAY: '可' },
  } as const;
  for (const [html, language] of [
    [en, 'en'],
    [zh, 'zh'],
  ] as const) {
    const rows = [
      ...html.matchAll(
        /<b id="requirement-([A-Z]+-\d+)">[^<]*<\/b><\/td><td><span class="verb">([^<]+)</g,
      ),
    ].map(([, id, verb]) => [id, verb]);
    const want = whole.requirements.map(({ id, level }) => [id, verbs[language][level]]);
    expect(rows.toSorted()).toEqual(want.toSorted());
  }
});

test('annex A has every code list with every code', () => {
  const annex = zh.slice(zh.indexOf('<section id="annex-code-lists">'));
  for (const { name, codes } of whole.codeLists) {
    const from = annex.indexOf(`<section id="schema-${name}">`);
    const part = annex.slice(from, annex.indexOf('</section>', from)).replaceAll('<wbr>', '');
    const missing = Object.keys(codes).filter((code) => !part.includes(`<code>${code}</code>`));
    expect(from < 0 ? 'no clause' : missing, name).toEqual([]);
  }
});

test('every operation, event, lifecycle and problem has its place', () => {
  const known = new Set(anchors(zh));
  const { operations, lifecycles, problems, events } = whole;
  for (const { name } of operations) expect(known).toContain(`operation-${name}`);
  for (const { entity } of lifecycles) expect(known).toContain(`lifecycle-${entity}`);
  for (const name of Object.keys(problems)) expect(known).toContain(`problem-${name}`);
  expect(anchors(zh).filter((id) => id.startsWith('event-')).length).toBe(events.length);
});

test('what a document names is among its references', () => {
  const sources = JSON.stringify([...whole.schemas.values()].map(({ schema }) => schema));
  const named = new Set(
    [...sources.matchAll(/"x-source":"([^"]+)"/g)].flatMap(([, source = '']) =>
      source
        .split(/; |, /)
        .map((one) => one.replace(/ (section|alpha|\().*$|[-.](20|\d,?).*$/, '')),
    ),
  );
  const known = [...PROSE.references, ...PROSE.bibliography].map(({ number }) => number);
  // a further part of the document before it begins with its number
  const unknown = [...named].filter(
    (source) =>
      /^[A-Z]/.test(source) &&
      !known.some((number) => source.startsWith(number) || number.startsWith(source)),
  );
  expect(unknown).toEqual([]);
});

test('prose states facts: what binds is a requirement', () => {
  const { foreword, introduction, scope, principles, protection, terms, duties } = PROSE;
  const texts = [
    ...foreword,
    ...introduction,
    ...scope,
    ...protection,
    ...principles.flatMap(({ paragraphs }) => paragraphs),
    ...terms.map(({ definition }) => definition),
    ...Object.values(duties),
  ];
  for (const text of texts) {
    expect(text.en).not.toMatch(/\b(shall|should|must|may|will)\b/);
    expect(text.zh).not.toMatch(/必须|禁止|应该|应当|宜|(?<![相供适反对])应(?![答用对])/);
  }
});

test('a draft bears the banner on cover and pages, a release does not', () => {
  expect(count(zh, '本稿未经批准发布')).toBe(2);
  const files = printedDocument({ ...release, registry: small(), status: 'published' });
  for (const text of files.values()) expect(text).not.toMatch(/未经批准|not an authorised/);
});

test('a drawing has a box for each state and a number for each row', () => {
  for (const lifecycle of whole.lifecycles) {
    const drawing = lifecycleDrawing(lifecycle, 'en');
    const shown = new Set(
      [...drawing.matchAll(/class="row[^>]*>(?:↻ )?([\d, ]+)</g)].flatMap(([, rows = '']) =>
        rows.split(', ').map(Number),
      ),
    );
    const states = Object.values(lifecycle.states);
    const frames = states.length + states.filter(({ terminal }) => terminal).length;
    expect(count(drawing, '<rect'), lifecycle.entity).toBe(frames);
    expect(shown.size, lifecycle.entity).toBe(lifecycle.transitions.length);
  }
});

test('page numbers fill every place, and a missing page is told', () => {
  const wanted = pagedAnchors(en);
  const pages = new Map(wanted.map((id, at) => [id, at + 1]));
  const filled = withPageNumbers(en, pages);
  expect(pagedAnchors(filled)).toEqual([]);
  expect(filled).toContain(`<span class="page">${wanted.length}</span>`);
  pages.delete('scope');
  expect(() => withPageNumbers(en, pages)).toThrow(/no page for #scope/);
});
