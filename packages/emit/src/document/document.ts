import { STANDARD, type Text } from '@openwaybill/schemas';
import { bannerOf, type Release, type ReleaseEmitter } from '../release/release.ts';
import { type Clause, clauseHtml, type NumberedClause, numbered } from './clause.ts';
import { codeListClauses } from './code-lists-annex.ts';
import { crosswalkClauses, noCrosswalk } from './crosswalks-annex.ts';
import { exampleClauses } from './examples-annex.ts';
import { contents, cover } from './front-matter.ts';
import {
  bibliography,
  conformanceChapter,
  firstChapters,
  protectionChapter,
  unnumberedElements,
} from './general-chapters.ts';
import { escaped, type Html } from './html.ts';
import { indexClause } from './index-pages.ts';
import { lifecycleClauses, readingOfDrawings } from './lifecycles-annex.ts';
import { moduleChapter } from './module-chapter.ts';
import { problemTable } from './problems-annex.ts';
import { styleOf } from './style.ts';
import { ELEMENTS, type Language } from './words.ts';

const LANGUAGES = ['en', 'zh'] as const satisfies readonly Language[];

const WORDS = {
  annex: { en: 'Annex', zh: '附录' },
  normative: { en: 'normative', zh: '规范性' },
  informative: { en: 'informative', zh: '资料性' },
} as const satisfies Readonly<Record<string, Text>>;

type Annex = Clause & { readonly isNormative: boolean };
type Lettered = NumberedClause & { readonly letter: string };

const annexes = ({ registry, handedIn }: Release, language: Language): readonly Annex[] => {
  const walks = crosswalkClauses(handedIn, language);
  return [
    {
      id: 'annex-code-lists',
      title: ELEMENTS.codeLists[language],
      isNormative: true,
      clauses: codeListClauses(registry, language),
    },
    {
      id: 'annex-lifecycles',
      title: ELEMENTS.lifecycles[language],
      isNormative: true,
      body: [readingOfDrawings(language)],
      clauses: lifecycleClauses(registry, language),
    },
    {
      id: 'annex-problems',
      title: ELEMENTS.problems[language],
      isNormative: true,
      body: [problemTable(registry, language)],
    },
    {
      id: 'annex-examples',
      title: ELEMENTS.examples[language],
      isNormative: false,
      clauses: exampleClauses(registry, language),
    },
    {
      id: 'annex-crosswalks',
      title: ELEMENTS.crosswalks[language],
      isNormative: false,
      body: walks.length === 0 ? [noCrosswalk(language)] : [],
      clauses: walks,
    },
  ];
};

const annexTitle = ({ title, isNormative }: Annex, letter: string, language: Language): string => {
  const kind = WORDS[isNormative ? 'normative' : 'informative'][language];
  return language === 'zh'
    ? `${WORDS.annex.zh} ${letter}（${kind}）${title}`
    : `${WORDS.annex.en} ${letter} (${kind}) ${title}`;
};

/** An annex is lettered, its clauses have the letter before their number, and its title says whether it binds. */
const numberedAnnex = (annex: Annex, at: number, language: Language): Lettered => {
  const letter = String.fromCharCode('A'.charCodeAt(0) + at);
  const inside = numbered(annex, letter);
  return { ...inside, letter, number: '', title: annexTitle(annex, letter, language) };
};

/** Every element of the document that has a heading, with its number, in order. */
export const elementsOf = (release: Release, language: Language): readonly NumberedClause[] => {
  const { registry } = release;
  const chapters = [
    ...firstChapters(registry, language),
    ...registry.modules.map((module) => moduleChapter(registry, module, language)),
    protectionChapter(registry, language),
    conformanceChapter(registry, language),
  ];
  return [
    ...unnumberedElements(language).map((element) => numbered(element, '')),
    ...chapters.map((chapter, at) => numbered(chapter, String(at + 1))),
    ...annexes(release, language).map((annex, at) => numberedAnnex(annex, at, language)),
    ...[bibliography(language), indexClause(registry, language)].map((element) =>
      numbered(element, ''),
    ),
  ];
};

/** An element in the frame of its kind; the scope begins the text, under the title of the whole. */
const elementHtml = (element: NumberedClause, language: Language): Html => {
  if (element.id === 'scope')
    return `<p class="title-again">${escaped(STANDARD.title[language])}</p>\n${clauseHtml(element)}`;
  if ('letter' in element)
    return `<div class="annex" style="--annex:'${String(element.letter)}.'">\n${clauseHtml(element)}\n</div>`;
  return element.number === ''
    ? `<div class="centred">${clauseHtml(element)}</div>`
    : clauseHtml(element);
};

/** What the arrows of all drawings end in. */
const ARROW_HEAD =
  '<svg width="0" height="0" aria-hidden="true"><defs><marker id="head" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto" markerUnits="userSpaceOnUse"><path d="M0 1L8 4L0 7z"/></marker></defs></svg>';

/** The whole document in one language: a page for a browser that needs nothing else, and prints as a book. */
const documentIn = (release: Release, language: Language): Html => {
  const elements = elementsOf(release, language);
  const banner = bannerOf(release);
  const title = `${STANDARD.name[language]} ${release.registry.version}`;
  const mark = banner === undefined ? title : `${title} · ${banner[language]}`;
  return [
    '<!doctype html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    `<title>${escaped(`${STANDARD.title[language]} ${title}`)}</title>`,
    `<style>${styleOf(STANDARD.title[language], mark)}</style>`,
    '</head>',
    '<body>',
    ARROW_HEAD,
    cover(release, language),
    contents(elements, language),
    ...elements.map((element) => elementHtml(element, language)),
    '</body>',
    '</html>',
    '',
  ].join('\n');
};

/** Where the document of a version stands in its release, and its print beside it. */
export const documentPath = (version: string, language: Language): string =>
  `print/openwaybill-${version}.${language}.html`;

/** The standard as a document in the shape of GB/T 1.1, one a language. */
export const printedDocument: ReleaseEmitter = (release) =>
  new Map(
    LANGUAGES.map((language) => [
      documentPath(release.registry.version, language),
      documentIn(release, language),
    ]),
  );
