import MiniSearch from 'minisearch';
import type { Language } from './block.ts';
import { inScript } from './escape.ts';
import type { Page } from './page.ts';
import { type Found, SEARCH_OPTIONS } from './search-options.ts';

/** `OrderSubmission` and `createWaybill` as words, too. */
const spaced = (name: string): string => name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, ' ');

const foundOn = (page: Page, language: Language): readonly Found[] => {
  const { name = '', places = [] } = page;
  const other = language === 'zh' ? 'en' : 'zh';
  const whole = {
    id: page.path,
    name,
    title: page.title[language],
    other: page.title[other],
    text: [spaced(name), page.lede?.[language] ?? '', page.found?.[language] ?? ''].join(' '),
  };
  return [
    whole,
    ...places.map(([anchor, title]) => ({
      id: `${page.path}#${anchor}`,
      name: anchor,
      title: title[language],
      other: title[other],
      text: '',
    })),
  ];
};

/** The index of a language as a classic script: what a page from `file://` can load. */
export const searchIndex = (pages: readonly Page[], language: Language): string => {
  const index = new MiniSearch(SEARCH_OPTIONS);
  index.addAll(pages.flatMap((page) => foundOn(page, language)));
  return `window.openwaybillIndex=${inScript(index)};\n`;
};
