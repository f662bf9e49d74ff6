import { drawContents } from './contents.ts';
import { languageOf, load, made } from './shared.ts';
import { wireTrials } from './trial.ts';

const THEME = 'openwaybill-theme';
const NO_INDEX = {
  en: 'The index could not be loaded: assets/ is not whole beside these pages. Copy the folder docs/ as it is.',
  zh: '无法载入索引：页面旁的 assets/ 不完整。请完整复制 docs/ 文件夹。',
} as const;
const assets = new URL('.', (document.currentScript as HTMLScriptElement).src).href;
const root = document.documentElement;

/** What a reader chose before; nothing where the browser keeps nothing. */
const remembered = (): string | null => {
  try {
    return localStorage.getItem(THEME);
  } catch {
    return null;
  }
};

root.classList.add('js');
const chosen = remembered();
if (chosen !== null) root.dataset.theme = chosen;

const isDark = (): boolean =>
  root.dataset.theme === undefined
    ? matchMedia('(prefers-color-scheme: dark)').matches
    : root.dataset.theme === 'dark';

const turnTheme = (): void => {
  const theme = isDark() ? 'light' : 'dark';
  root.dataset.theme = theme;
  if (remembered() !== theme) localStorage.setItem(THEME, theme);
};

const one = <T extends HTMLElement>(selector: string): T | null =>
  document.querySelector<T>(selector);

let dialog: HTMLDialogElement | undefined;

const openSearch = async (): Promise<void> => {
  if (dialog === undefined) {
    dialog = made('dialog', 'finder');
    document.body.append(dialog);
    dialog.showModal();
    const language = languageOf();
    try {
      await Promise.all([load(`${assets}search.js`), load(`${assets}index-${language}.js`)]);
    } catch {
      dialog.textContent = NO_INDEX[language];
      return;
    }
    window.openwaybillSearch?.(dialog, language);
    return;
  }
  if (!dialog.open) dialog.showModal();
  dialog.querySelector('input')?.select();
};

const other = (): HTMLAnchorElement | null => one<HTMLAnchorElement>('a.language');

/** The same page and the same place on it, in the other language. */
const withAnchor = (): void => {
  const link = other();
  if (link !== null) link.hash = location.hash;
};

const isTyping = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');

/** Arrows move what scrolls sideways before they turn the page. */
const scrolls = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement &&
  target.scrollWidth > target.clientWidth &&
  target !== document.body;

const turn = (rel: 'prev' | 'next'): void => {
  const link = one<HTMLAnchorElement>(`footer a[rel=${rel}]`);
  if (link !== null) location.href = link.href;
};

const onKey = (event: KeyboardEvent): void => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event) || dialog?.open === true)
    return;
  if (event.key === '/') {
    event.preventDefault();
    void openSearch();
  } else if (event.key === 'z') {
    withAnchor();
    other()?.click();
  } else if (event.key === 'ArrowLeft' && !scrolls(event)) turn('prev');
  else if (event.key === 'ArrowRight' && !scrolls(event)) turn('next');
};

/** An example that is linked to is shown. */
const openTarget = (): void => {
  const target =
    location.hash === ''
      ? null
      : document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target instanceof HTMLDetailsElement) target.open = true;
};

document.addEventListener('keydown', onKey);
addEventListener('hashchange', openTarget);
document.addEventListener('DOMContentLoaded', () => {
  openTarget();
  one('button.theme')?.addEventListener('click', turnTheme);
  one('button.search')?.addEventListener('click', () => void openSearch());
  one('button.menu')?.addEventListener('click', ({ currentTarget }) => {
    const isOpen = root.classList.toggle('menu-open');
    (currentTarget as HTMLElement).setAttribute('aria-expanded', String(isOpen));
  });
  other()?.addEventListener('click', withAnchor);
  drawContents(one('nav .contents'));
  wireTrials(`${assets}validators.js`);
});
