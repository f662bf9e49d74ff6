import MiniSearch from 'minisearch';
import { type Found, SEARCH_OPTIONS } from '../src/search-options.ts';
import { KINDS } from '../src/words.ts';
import { type Language, made } from './shared.ts';

const MOST = 30;

const WORDS = {
  en: {
    label: 'Search the standard',
    none: 'Nothing is found. Try a name, a code or another word.',
    hint: '↑ ↓ choose · Enter open · Esc close',
    close: 'Close',
  },
  zh: {
    label: '搜索标准',
    none: '没有结果。请换用名称、代码或其他词。',
    hint: '↑ ↓ 选择 · 回车打开 · Esc 关闭',
    close: '关闭',
  },
} as const;

const kindOf = (path: string, language: Language): string =>
  Object.entries(KINDS).find(([kind]) => path.startsWith(`${kind}/`))?.[1][language] ?? '';

window.openwaybillSearch = (dialog, language) => {
  const words = WORDS[language];
  const index = MiniSearch.loadJS<Found>(window.openwaybillIndex as never, SEARCH_OPTIONS);
  const { root = '' } = document.body.dataset;
  const input = made('input');
  input.type = 'search';
  input.placeholder = words.label;
  input.setAttribute('aria-label', words.label);
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-expanded', 'true');
  input.setAttribute('aria-controls', 'found');
  input.setAttribute('aria-autocomplete', 'list');
  const list = made('div', 'found');
  list.id = 'found';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', words.label);
  const hint = made('p', 'quiet', words.hint);
  const close = made('button', 'close', words.close);
  close.type = 'button';
  close.addEventListener('click', () => dialog.close());
  let at = 0;

  const options = (): readonly HTMLElement[] => [...list.querySelectorAll<HTMLElement>('a')];
  const mark = (next: number): void => {
    const all = options();
    at = Math.max(0, Math.min(next, all.length - 1));
    for (const [place, option] of all.entries())
      option.setAttribute('aria-selected', String(place === at));
    const chosen = all[at];
    if (chosen === undefined) input.removeAttribute('aria-activedescendant');
    else {
      input.setAttribute('aria-activedescendant', chosen.id);
      chosen.scrollIntoView({ block: 'nearest' });
    }
  };
  const look = (): void => {
    const found = index.search(input.value).slice(0, MOST);
    list.replaceChildren(
      ...found.map(({ id, name, title }, place) => {
        const link = made('a');
        const [path, anchor] = String(id).split('#');
        link.href = `${root}${path}.html${anchor === undefined ? '' : `#${anchor}`}`;
        link.id = `found-${place}`;
        link.tabIndex = -1;
        link.setAttribute('role', 'option');
        link.append(
          made('strong', '', String(title)),
          made('span', 'quiet', kindOf(String(id), language)),
        );
        // a code alone does not tell of which list it is
        const own = anchor === undefined ? String(name) : `${path?.split('/')[1]} · ${name}`;
        if (own !== '' && own !== title) link.append(made('code', '', own));
        return link;
      }),
    );
    hint.textContent = found.length === 0 && input.value !== '' ? words.none : words.hint;
    mark(0);
  };
  input.addEventListener('input', look);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      mark(at + (event.key === 'ArrowDown' ? 1 : -1));
    } else if (event.key === 'Enter') options()[at]?.click();
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  const row = made('div', 'row');
  row.append(input, close);
  dialog.setAttribute('aria-label', words.label);
  dialog.append(row, list, hint);
  input.focus();
};
