import { STANDARD, type Text } from '@openwaybill/schemas';
import { bannerOf, headOf, type Release } from '../release/release.ts';
import type { NumberedClause } from './clause.ts';
import { escaped, type Html, linkTo } from './html.ts';
import { ELEMENTS, type Language } from './words.ts';

const WORDS = {
  number: { en: 'T/×××× ×××–×××× (placeholder)', zh: 'T/×××× ×××—××××（占位）' },
  classes: { en: 'ICS 35.240.63; 03.240', zh: 'ICS 35.240.63；03.240' },
  kind: { en: 'Interface standard', zh: '接口标准' },
  artefacts: {
    en: 'Normative artefacts of this version, and what changed: ../MANIFEST.json, ../CHANGELOG.en.md',
    zh: '本版本的规范性发布物与变更记录：../MANIFEST.json、../CHANGELOG.zh.md',
  },
} as const satisfies Readonly<Record<string, Text>>;

const other = (language: Language): Language => (language === 'zh' ? 'en' : 'zh');

/** The cover: number, titles, version, status, date, and the banner of what is not published. */
export const cover = (release: Release, language: Language): Html => {
  const banner = bannerOf(release);
  const facts = headOf(release, language).at(-1) ?? '';
  return [
    '<section class="cover">',
    `<p class="classes">${escaped(WORDS.classes[language])}</p>`,
    `<p class="kind">${escaped(WORDS.kind[language])}</p>`,
    `<p class="standard-number">${escaped(WORDS.number[language])}</p>`,
    ...(banner === undefined ? [] : [`<p class="banner">${escaped(banner[language])}</p>`]),
    `<p class="name">${escaped(STANDARD.title[language])}</p>`,
    `<p class="part">${escaped(STANDARD.name[language])}</p>`,
    `<p class="translated" lang="${other(language)}">${escaped(`${STANDARD.title[other(language)]} · ${STANDARD.name[other(language)]}`)}</p>`,
    `<p class="edition">${escaped(facts)}</p>`,
    `<p class="artefacts">${escaped(WORDS.artefacts[language])}</p>`,
    '</section>',
  ].join('\n');
};

/** Clauses that a table of contents lists: elements, and below numbered chapters their clauses, but no single terms. */
const entriesOf = (clauses: readonly NumberedClause[]): readonly NumberedClause[] =>
  clauses.flatMap((clause) => [
    clause,
    ...(/^[0-9]/.test(clause.number) && clause.id !== 'terms' ? clause.clauses : []),
  ]);

/** A place where a print has the page of an anchor. */
export const pageOf = (id: string): Html => `<span class="page" data-of="${id}"></span>`;

/** The table of contents. A browser shows links; a print has pages too. */
export const contents = (clauses: readonly NumberedClause[], language: Language): Html =>
  [
    '<nav class="contents">',
    `<h1>${escaped(ELEMENTS.contents[language])}</h1>`,
    ...entriesOf(clauses).map(({ id, number, title, depth }) => {
      const shown = number === '' ? '' : `<span class="number">${number}</span>`;
      const name = `${shown}<span class="title">${escaped(title)}</span><span class="leader"></span>`;
      return `<p class="depth-${depth}">${linkTo(id, `${name}${pageOf(id)}`)}</p>`;
    }),
    '</nav>',
  ].join('\n');
