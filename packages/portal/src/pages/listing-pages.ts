import { type Inline, type Language, type Row, table } from '../block.ts';
import type { Page } from '../page.ts';
import { homeLink, prose, type Site } from '../site.ts';
import { ABOUT, KIND_NAMES, KINDS, type Kind, WORDS } from '../words.ts';

/** Kinds whose things belong to no module. */
const WITHOUT_MODULE: readonly Kind[] = [
  'modules',
  'problems',
  'scenarios',
  'crosswalks',
  'guides',
  'clauses',
];

const meaningOf = (site: Site, page: Page, language: Language): Inline =>
  page.kind === 'requirements'
    ? prose(site, page.found?.[language] ?? '')
    : [
        page.title[language],
        ...(page.lede === undefined || page.kind === 'crosswalks'
          ? []
          : [' ', { text: page.lede[language], isQuiet: true }]),
      ];

const rowOf = (site: Site, page: Page, hasModule: boolean, language: Language): Row => ({
  cells: [
    { text: page.name ?? page.path, isCode: true, to: page.path },
    meaningOf(site, page, language),
    ...(hasModule ? [page.module === undefined ? '' : homeLink(site, page.module, language)] : []),
  ],
});

/** A page for each kind, with everything of that kind. */
export const listingPages = (site: Site, pages: readonly Page[]): readonly Page[] =>
  KIND_NAMES.map((kind) => {
    const own = pages.filter((page) => page.kind === kind);
    const hasModule = !WITHOUT_MODULE.includes(kind);
    return {
      path: `${kind}/index`,
      title: KINDS[kind],
      lede: ABOUT[kind],
      blocks: (language) =>
        table(
          [
            WORDS.name[language],
            WORDS.meaning[language],
            ...(hasModule ? [WORDS.module[language]] : []),
          ],
          own.map((page) => rowOf(site, page, hasModule, language)),
          hasModule ? 'listing placed' : 'listing',
        ),
    };
  });
