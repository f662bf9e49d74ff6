import MiniSearch from 'minisearch';
import type { Language } from './block.ts';
import { inScript } from './escape.ts';
import type { Page } from './page.ts';
import { type Found, SEARCH_OPTIONS } from './search-options.ts';

/** `OrderSubmission` and `createWaybill` as words, too. */
const spaced = (name: string): string => name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, ' ');

const foundOf = (page: Page, language: Language): Found => {
  const { name = '' } = page;
  return {
    id: page.path,
    name,
    title: page.title[language],
    other: page.title[language === 'zh' ? 'en' : 'zh'],
    text: [spaced(name), page.lede?.[language] ?? '', page.found?.[language] ?? ''].join(' '),
  };
};

/** The index of a language as a classic script: what a page from `file://` can load. */
export const searchIndex = (pages: readonly Page[], language: Language): string => {
  const index = new MiniSearch(SEARCH_OPTIONS);
  index.addAll(pages.map((page) => foundOf(page, language)));
  return `window.openwaybillIndex=${inScript(index)};\n`;
};
