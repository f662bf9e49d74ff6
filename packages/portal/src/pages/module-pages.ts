import { type Block, type Inline, type Language, section, table } from '../block.ts';
import type { Page } from '../page.ts';
import { type Home, homesOf, linksTo, type Site } from '../site.ts';
import { KINDS, type Kind, WORDS } from '../words.ts';
import { requirementTable } from './requirement-rows.ts';

const LISTED: readonly Kind[] = [
  'operations',
  'messages',
  'events',
  'lifecycles',
  'codes',
  'types',
];

const listed = (pages: readonly Page[], kind: Kind, language: Language): readonly Block[] =>
  section(
    KINDS[kind][language],
    kind,
    table(
      [WORDS.name[language], WORDS.meaning[language]],
      pages
        .filter((page) => page.kind === kind)
        .map((page) => ({
          cells: [
            { text: page.name ?? '', isCode: true, to: page.path },
            [
              page.title[language],
              ...(page.lede === undefined
                ? []
                : [' ', { text: page.lede[language], isQuiet: true }]),
            ],
          ],
        })),
      'listing',
    ),
  );

const pageOf = (site: Site, home: Home, own: readonly Page[]): Page => ({
  path: `modules/${home.name}`,
  kind: 'modules',
  name: home.name,
  title: home.title,
  lede: home.description,
  blocks: (language) => [
    {
      is: 'facts',
      rows: [
        ...(home.conformanceClass === undefined
          ? []
          : [[WORDS.class[language], { text: home.conformanceClass, isCode: true }] as const]),
        ...(home.clauses.length === 0
          ? []
          : [[WORDS.clause[language], linksTo(site, home.clauses, language)] as const]),
      ] satisfies readonly (readonly [string, Inline])[],
    },
    ...LISTED.flatMap((kind) => listed(own, kind, language)),
    ...section(
      WORDS.requirements[language],
      'requirements',
      requirementTable(
        site,
        site.registry.requirements.filter(({ module }) => module === home.name),
        language,
      ),
    ),
  ],
});

/** Pages of modules, of concerns and of the vocabulary: all that each has. */
export const modulePages = (site: Site, pages: readonly Page[]): readonly Page[] =>
  homesOf(site.registry).map((home) =>
    pageOf(
      site,
      home,
      pages.filter(({ module }) => module === home.name),
    ),
  );
