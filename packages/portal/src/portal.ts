import { type Contract, NOT_AUTHORISED, STANDARD } from '@openwaybill/schemas';
import type { Language } from './block.ts';
import { ASSETS } from './generated/assets.ts';
import { navigationScript } from './navigation.ts';
import type { PortalOptions } from './options.ts';
import type { Page } from './page.ts';
import { clausePages } from './pages/clause-pages.ts';
import { codeListPages, crosswalkPages } from './pages/code-list-pages.ts';
import { eventPages } from './pages/event-pages.ts';
import { guidePages } from './pages/guide-pages.ts';
import { homePage } from './pages/home-page.ts';
import { lifecyclePages } from './pages/lifecycle-pages.ts';
import { listingPages } from './pages/listing-pages.ts';
import { modulePages } from './pages/module-pages.ts';
import { operationPages } from './pages/operation-pages.ts';
import { problemPages } from './pages/problem-pages.ts';
import { requirementPages } from './pages/requirement-pages.ts';
import { scenarioPages } from './pages/scenario-pages.ts';
import { schemaPages } from './pages/schema-pages.ts';
import { tracePage } from './pages/trace-page.ts';
import { viewsPage } from './pages/views-page.ts';
import { searchIndex } from './search-index.ts';
import { POLICY, pageHtml, pageMarkdown } from './shell.ts';
import { type Site, siteOf } from './site.ts';

/** The languages of the portal, each a complete tree. */
export const LANGUAGES = ['zh', 'en'] as const satisfies readonly Language[];

/** Every page of a site but the lists of them. */
const pagesOf = (site: Site): readonly Page[] => {
  const things = [
    ...operationPages(site),
    ...schemaPages(site),
    ...eventPages(site),
    ...lifecyclePages(site),
    ...codeListPages(site),
    ...requirementPages(site),
    ...problemPages(site),
    ...scenarioPages(site),
    ...crosswalkPages(site),
    ...guidePages(site),
    ...clausePages(site),
  ];
  return [...modulePages(site, things), ...things];
};

/** The page before and the page after each, among those of its kind. */
const turns = (pages: readonly Page[]): ReadonlyMap<Page, { before?: Page; after?: Page }> => {
  const last = new Map<string, Page>();
  const found = new Map<Page, { before?: Page; after?: Page }>();
  for (const page of pages) {
    const before = last.get(page.kind ?? '');
    found.set(page, before === undefined ? {} : { before });
    if (before !== undefined) found.set(before, { ...found.get(before), after: page });
    last.set(page.kind ?? '', page);
  }
  return found;
};

/** Paths of the pages of a contract. */
const pathsIn = (contract: Contract, options: PortalOptions): ReadonlySet<string> => {
  const { previous: _, ...rest } = options;
  return new Set(pagesOf(siteOf(contract, rest)).map(({ path }) => path));
};

/** The door to both languages. */
const entryHtml = (banner: string): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${STANDARD.name.zh} ${STANDARD.name.en}</title>
<link rel="stylesheet" href="assets/portal.css">
</head>
<body>${banner}<main class="entry"><h1>${STANDARD.name.zh} ${STANDARD.name.en}</h1><ul class="cards"><li><a href="zh/index.html"><strong>中文</strong><span>${STANDARD.title.zh}</span></a></li><li><a href="en/index.html" lang="en"><strong>English</strong><span>${STANDARD.title.en}</span></a></li></ul></main></body>
</html>
`;

/**
 * The site of a contract, by path from the folder that it is to stand in: two complete trees of pages, each page as HTML
 * and as Markdown, and what they share. It opens from `file://` and connects to nothing.
 */
export const portal = (contract: Contract, options: PortalOptions): Map<string, string> => {
  const site = siteOf(contract, options);
  const things = pagesOf(site);
  const pages = [
    homePage(site, things),
    viewsPage(site),
    tracePage(site),
    ...listingPages(site, things),
    ...things,
  ];
  const turning = turns(things);
  const earlier = options.previous === undefined ? undefined : pathsIn(options.previous, options);
  const files = new Map<string, string>([
    [
      'docs/index.html',
      entryHtml(
        options.status === 'published'
          ? ''
          : `<p class="banner">${NOT_AUTHORISED.zh} · <span lang="en">${NOT_AUTHORISED.en}</span></p>`,
      ),
    ],
    ...Object.entries(ASSETS).map(([name, text]) => [`docs/assets/${name}`, text] as const),
    ['docs/assets/validators.js', options.validators],
  ]);
  for (const language of LANGUAGES) {
    files.set(`docs/assets/contents-${language}.js`, navigationScript(site, things, language));
    files.set(`docs/assets/index-${language}.js`, searchIndex(pages, language));
    for (const page of pages) {
      const path = `docs/${language}/${page.path}`;
      const blocks = page.blocks(language);
      const neighbours = { ...turning.get(page), earlier };
      files.set(`${path}.html`, pageHtml(site, page, blocks, language, neighbours));
      files.set(`${path}.md`, pageMarkdown(site, page, blocks, language));
    }
  }
  return files;
};
