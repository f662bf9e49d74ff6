import { made } from './shared.ts';

/** Draws every module with its pages; the module of this page is open, and this page is marked. */
export const drawContents = (place: HTMLElement | null): void => {
  const contents = window.openwaybillContents;
  if (place === null || contents === undefined) return;
  const { root = '', page = '', module } = document.body.dataset;
  const [kind, name] = page.split('/');
  const open = kind === 'modules' ? name : module;
  const link = (to: string, text: string): HTMLAnchorElement => {
    const anchor = made('a', '', text);
    anchor.href = `${root}${to}.html`;
    if (to === page) anchor.setAttribute('aria-current', 'page');
    return anchor;
  };
  for (const home of contents) {
    const item = made('div', home.name === open ? 'home open' : 'home');
    item.append(link(`modules/${home.name}`, home.title));
    if (home.name === open)
      for (const group of home.kinds) {
        item.append(made('p', '', group.title));
        for (const [own, title] of group.pages)
          item.append(link(`${group.kind}/${own}`, title === '' ? own : title));
      }
    place.append(item);
  }
  const here = place.querySelector<HTMLElement>('[aria-current]');
  const margin = place.closest('nav');
  if (here !== null && margin !== null)
    margin.scrollTop = here.offsetTop - margin.offsetTop - margin.clientHeight / 3;
};
