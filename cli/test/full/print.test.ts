import { emitters } from '@openwaybill/emit';
import { type Registry, registry } from '@openwaybill/schemas';
import { getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, test } from 'vitest';
import { nodeIo } from '../../src/io.ts';
import { printsOf } from '../../src/release/prints.ts';

/** A part of the standard with every kind of chapter: what holds for its pages holds for all, and takes their time. */
const FOLDERS = ['waybill', 'vocabulary', 'privacy'];
const isKept = ({ module }: { readonly module: string }): boolean => FOLDERS.includes(module);
const part: Registry = {
  ...registry,
  modules: registry.modules.filter(({ name }) => FOLDERS.includes(name)),
  schemas: new Map([...registry.schemas].filter(([, entry]) => isKept(entry))),
  operations: registry.operations.filter(isKept),
  events: registry.events.filter(isKept),
  lifecycles: registry.lifecycles.filter(isKept),
  codeLists: registry.codeLists.filter(isKept),
  requirements: registry.requirements.filter(isKept),
};

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
/** The lines of a page from top to bottom, each without spaces: where a face changes, a reader sees some that are none. */
type Page = { readonly lines: readonly string[]; readonly fonts: readonly unknown[] };

const isText = <T extends object>(item: T): item is Extract<T, { readonly str: string }> =>
  'str' in item;

const pageOf = async (pdf: Pdf, at: number): Promise<Page> => {
  const page = await pdf.getPage(at);
  const { items, styles } = await page.getTextContent();
  const lines = new Map<number, { readonly x: number; readonly text: string }[]>();
  for (const item of items.filter(isText)) {
    const [, , , , x = 0, y = 0] = item.transform;
    // letters of two faces on one line differ by less than a point in height
    const near = [...lines.keys()].find((one) => Math.abs(one - y) < 2) ?? y;
    lines.set(near, [...(lines.get(near) ?? []), { x, text: item.str }]);
  }
  await page.getOperatorList();
  return {
    lines: [...lines]
      .toSorted(([a], [b]) => b - a)
      .map(([, parts]) =>
        parts
          .toSorted((a, b) => a.x - b.x)
          .map(({ text }) => text)
          .join('')
          .replace(/\s/g, ''),
      )
      .filter((line) => line !== ''),
    fonts: Object.keys(styles).map((name) => page.commonObjs.get(name)),
  };
};

const plain = (html: string): string =>
  html
    .replace(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .replace(/\s/g, '');

const documents = emitters.document(part);
let prints: ReadonlyMap<string, Uint8Array>;
beforeAll(async () => {
  const made = await printsOf(documents, nodeIo());
  if ('failed' in made) throw new Error(`nothing was printed: ${JSON.stringify(made.failed)}`);
  prints = made.prints;
}, 180_000);

describe.each(['en', 'zh'])('the print in %s', (language) => {
  const path = `print/openwaybill-${registry.version}.${language}`;
  const html = documents.get(`${path}.html`) ?? '';
  const headings = [...html.matchAll(/<h([1-6])>(.*?)<\/h\1>/g)].map(([, depth, inside = '']) => ({
    depth: Number(depth),
    title: plain(inside),
  }));
  let pdf: Pdf;
  let pages: readonly Page[];
  beforeAll(async () => {
    pdf = await getDocumentProxy(new Uint8Array(prints.get(`${path}.pdf`) ?? []));
    pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, at) => pageOf(pdf, at + 1)));
  }, 120_000);
  const textOn = (page: number): string => pages[page - 1]?.lines.join('') ?? '';

  test('the numbers in the contents are the pages of what they name', () => {
    const entries = [...html.matchAll(/<p class="depth-\d"><a [^>]*>(.*?)<\/a><\/p>/g)].map(
      ([, inside = '']) => plain(inside),
    );
    const shown = new Map<string, number>();
    for (const { lines } of pages.slice(1, 6))
      for (const line of lines) {
        const entry = entries.find(
          (one) => line.startsWith(one) && /^\d+$/.test(line.slice(one.length)),
        );
        if (entry !== undefined) shown.set(entry, Number(line.slice(entry.length)));
      }
    expect([...new Set(entries)].filter((entry) => !shown.has(entry))).toEqual([]);
    for (const [entry, page] of shown) {
      expect(textOn(page), entry).toContain(entry);
      expect(page).toBeGreaterThan(2);
    }
  });

  test('each page bears its own number, but the cover', () => {
    pages.forEach(({ lines }, at) => {
      expect(lines.at(-1) === String(at + 1), `page ${at + 1}`).toBe(at > 0);
    });
  });

  test('the bookmarks are the headings, and lead to their pages', async () => {
    type Bookmark = Awaited<ReturnType<Pdf['getOutline']>>[number];
    const flat = (
      marks: readonly Bookmark[],
      depth: number,
    ): readonly (Bookmark & { depth: number })[] =>
      marks.flatMap((mark) => [{ ...mark, depth }, ...flat(mark.items, depth + 1)]);
    const marks = flat((await pdf.getOutline()) ?? [], 1);
    expect(marks.map(({ depth }) => depth)).toEqual(headings.map(({ depth }) => depth));
    for (const [at, { dest, title }] of marks.entries()) {
      const wanted = headings[at]?.title ?? '';
      expect(title.replace(/\s/g, '')).toContain(wanted);
      const [place] = Array.isArray(dest) ? dest : [];
      expect(textOn((await pdf.getPageIndex(place)) + 1), title).toContain(wanted);
    }
  });

  test('every face is embedded, and Chinese is text', () => {
    const fonts = pages.flatMap((page) => page.fonts) as readonly {
      readonly name: string;
      readonly missingFile: boolean;
    }[];
    expect(new Set(fonts.map(({ missingFile }) => missingFile))).toEqual(new Set([false]));
    expect(fonts.some(({ name }) => /NotoSansSC/.test(name))).toBe(true);
    expect(textOn(1)).toContain('电子商务与快递物流数据交换接口标准');
  });

  test('a table that is broken has its head on the next page too', () => {
    const head =
      language === 'zh' ? '编号程度要求约束对象类别、条款' : 'No.LevelRequirementBindsClass,clause';
    const tables = html.split('<table class="requirements">').length - 1;
    const heads = pages.flatMap(({ lines }) => lines.filter((line) => line === head));
    expect(heads.length).toBeGreaterThan(tables);
  });
});
