import type { Language } from './block.ts';
import { inScript } from './escape.ts';
import type { Page } from './page.ts';
import { homesOf, type Site } from './site.ts';
import { KINDS, type Kind } from './words.ts';

const SHOWN: readonly Kind[] = ['operations', 'messages', 'events', 'lifecycles', 'codes', 'types'];

/** What the contents of a page's margin are drawn from: modules, in them kinds, in them names and titles. */
export type Navigation = readonly {
  readonly name: string;
  readonly title: string;
  readonly kinds: readonly {
    readonly kind: string;
    readonly title: string;
    readonly pages: readonly (readonly [name: string, title: string])[];
  }[];
}[];

const navigationOf = (site: Site, pages: readonly Page[], language: Language): Navigation =>
  homesOf(site.registry).map(({ name, title }) => ({
    name,
    title: title[language],
    kinds: SHOWN.map((kind) => ({
      kind,
      title: KINDS[kind][language],
      pages: pages
        .filter((page) => page.module === name && page.kind === kind)
        .map((page) => [page.path.slice(kind.length + 1), page.title[language]] as const),
    })).filter((one) => one.pages.length > 0),
  }));

/** The contents of a language as a classic script, shared by all its pages. */
export const navigationScript = (site: Site, pages: readonly Page[], language: Language): string =>
  `window.openwaybillContents=${inScript(navigationOf(site, pages, language))};\n`;
