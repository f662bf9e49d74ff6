import { describe, expect, test } from 'vitest';
import { type PortalOptions, portal, tokenize } from '../src/index.ts';
import { OPTIONS, SMALL_CONTRACT } from './_given.ts';
import { dangling, linksOf } from './_links.ts';

const files = portal(SMALL_CONTRACT, OPTIONS);
const pages = [...files.keys()].filter((path) => path.endsWith('.html'));
const textOf = (path: string): string => files.get(path) ?? '';

test('every link of every page leads to a page and a place on it', () => {
  expect(pages.length).toBeGreaterThan(300);
  expect([...new Set(dangling(files))]).toEqual([]);
});

test('the page of views has headings, tables, links and italics', () => {
  const html = textOf('docs/en/views.html');
  for (const part of [
    '<h2 id="part-1">Courier',
    'problems/STATE_ILLEGAL.html"><code>STATE_ILLEGAL</code>',
    '<code>masked</code> + <em>contact</em> (<code>FULFIL_DELIVER</code>)',
  ])
    expect(html).toContain(part);
  expect(textOf('docs/zh/views.md')).toContain(
    '## 快递企业\n\n角色 `courier`。\n\n| 阶段 | 可见内容 |\n| --- | --- |\n| 已接单 | `masked` + *contact*（`FULFIL_DELIVER`） |',
  );
});

test('a link that leads nowhere is found', () => {
  const broken = new Map(files);
  broken.delete('docs/zh/messages/OrderSubmission.html');
  expect(dangling(broken)).not.toEqual([]);
});

test('both languages have the same pages, each as HTML and as Markdown', () => {
  const below = (language: string): readonly string[] =>
    [...files.keys()]
      .filter((path) => path.startsWith(`docs/${language}/`))
      .map((path) => path.slice(`docs/${language}/`.length));
  expect(below('zh')).toEqual(below('en'));
  const stems = (ending: string): readonly string[] =>
    below('zh').flatMap((path) => (path.endsWith(ending) ? path.slice(0, -ending.length) : []));
  expect(stems('.html')).toEqual(stems('.md'));
});

test('every page switches to itself in the other language', () => {
  const wrong = pages
    .filter((path) => /^docs\/(zh|en)\//.test(path))
    .filter((path) => {
      const other = path.replace(
        /^docs\/(zh|en)/,
        (_, one) => `docs/${one === 'zh' ? 'en' : 'zh'}`,
      );
      return !linksOf(path, textOf(path)).includes(other);
    });
  expect(wrong).toEqual([]);
});

test('nothing comes from elsewhere, and no page holds a style or script', () => {
  const own = /<style|\sstyle="|\son\w+="|<script>|(?:src|href)="(?:https?:)?\/\//;
  const wrong = pages.filter((path) => {
    const text = textOf(path);
    return !text.includes("default-src 'none'") || own.test(text);
  });
  expect(wrong).toEqual([]);
});

test('ids of a page are unique', () => {
  const twice = pages.flatMap((path) => {
    const ids = [...textOf(path).matchAll(/\bid="([^"]*)"/g)].map(([, id]) => id);
    return ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${path}#${id}`);
  });
  expect(twice).toEqual([]);
});

test('two runs give the same bytes', () => {
  const again = portal(SMALL_CONTRACT, OPTIONS);
  expect([...again.keys()].filter((path) => again.get(path) !== files.get(path))).toEqual([]);
  expect(again.size).toBe(files.size);
});

describe('a page of a message', () => {
  test.each([
    ['each member with type and privacy class', /id="m-orderNo".*?OrderNo.*?必填.*?假名/s],
    ['rules with their requirements', /requirements\/ORD-003\.html/],
    ['valid and invalid examples', /class="example good".*class="example bad"/s],
    ['a place to try a message', /class="trial" data-schema="OrderSubmission"/],
    ['where it is used', /id="uses".*submit-order\.html/s],
  ])('has %s', (_title, want) => {
    expect(textOf('docs/zh/messages/OrderSubmission.html')).toMatch(want);
  });

  test('says in Markdown what it says in HTML', () => {
    const text = textOf('docs/en/messages/OrderSubmission.md');
    expect(text).toMatch(/^# OrderSubmission: Order to a courier\n/);
    expect(text).toContain(
      `OpenWaybill ${SMALL_CONTRACT.version} · draft · 2026-11-22 · Examples are invented.`,
    );
    expect(text).toContain('| `orderNo`');
    expect(text).toContain('](../requirements/ORD-003.md)');
  });
});

describe('a drawing of a lifecycle', () => {
  const drawing = /<svg.*<\/svg>/s.exec(textOf('docs/en/lifecycles/waybill.html'))?.[0] ?? '';
  const lifecycle = SMALL_CONTRACT.lifecycles.find(({ entity }) => entity === 'waybill');

  test('has a column a state and a row a transition', () => {
    expect(drawing.match(/class="state"/g)).toHaveLength(
      Object.keys(lifecycle?.states ?? {}).length,
    );
    expect(drawing.match(/class="on"/g)).toHaveLength(lifecycle?.transitions.length ?? 0);
  });

  test('marks every end', () => {
    const ends = Object.values(lifecycle?.states ?? {}).filter(({ terminal }) => terminal);
    expect(drawing.match(/class="end"/g)).toHaveLength(ends.length);
  });
});

test('markup in a text stays text', () => {
  const evil = '<img src=x onerror="hurt()"></script>';
  const contract = structuredClone(SMALL_CONTRACT) as typeof SMALL_CONTRACT & {
    modules: { title: { en: string; zh: string } }[];
  };
  for (const module of contract.modules) module.title = { en: evil, zh: evil };
  const all = portal(contract, OPTIONS);
  const hurt = [...all]
    .filter(([path, text]) => /\.html$|contents-/.test(path) && text.includes('<img'))
    .map(([path]) => path);
  expect(hurt).toEqual([]);
  expect(all.get('docs/en/modules/order.html')).toContain('&lt;img src=x');
});

describe('the head of a page', () => {
  const before = { ...SMALL_CONTRACT, version: '0.9.0' };
  const PAGE = 'docs/en/messages/OrderSubmission.html';
  const given = (options: Partial<PortalOptions>): string =>
    portal(SMALL_CONTRACT, { ...OPTIONS, ...options }).get(PAGE) ?? '';
  const [draft, published] = [
    textOf(PAGE),
    given({ status: 'published', previous: before, isInRelease: true }),
  ];

  test.each<[string, string, RegExp]>([
    ['a draft wears the banner', draft, /This is not an authorised publication/],
    ['a first release has none before', draft, /none, first release/],
    [
      'a release leads to the same page of the one before',
      published,
      /href="\.\.\/\.\.\/\.\.\/\.\.\/0\.9\.0\/docs\/en\/messages\/OrderSubmission\.html">0\.9\.0/,
    ],
    [
      'a release leads to what changed',
      published,
      /href="\.\.\/\.\.\/\.\.\/diff-from-previous\.en\.html"/,
    ],
    ['a page tells that nothing changed', published, /unchanged since 0\.9\.0/],
  ])('%s', (_title, page, want) => {
    expect(page).toMatch(want);
  });

  test('a published release wears no banner', () => {
    expect(published).not.toContain('class="banner"');
  });
});

test.each<[string, { given: string; want: readonly string[] }]>([
  ['words and digits stand whole', { given: 'Order 42', want: ['order', '42'] }],
  ['Han is cut into overlapping pairs', { given: '电子面单', want: ['电子', '子面', '面单'] }],
  ['a lone Han character stands for itself', { given: '单', want: ['单'] }],
  ['two scripts part', { given: '运单waybillNo号', want: ['运单', 'waybillno', '号'] }],
  ['a code stands whole and by part', { given: 'PICKED_UP', want: ['picked_up', 'picked', 'up'] }],
  ['full width is half width', { given: 'ＳＦ１００', want: ['sf100'] }],
  ['characters beyond the first plane are one', { given: '𠮷野家', want: ['𠮷野', '野家'] }],
  ['signs part and vanish', { given: '签收，脱敏！', want: ['签收', '脱敏'] }],
  ['nothing gives nothing', { given: ' ·—', want: [] }],
])('%s', (_title, { given, want }) => {
  expect(tokenize(given)).toEqual(want);
});
