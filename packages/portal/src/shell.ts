import { NOT_AUTHORISED, RELEASE_STATUSES, STANDARD } from '@openwaybill/schemas';
import type { Block, Language } from './block.ts';
import { escapeHtml } from './escape.ts';
import { blockHtml, inlineHtml, type Place } from './html.ts';
import { blockText } from './markdown.ts';
import type { Page } from './page.ts';
import { prose, type Site } from './site.ts';
import { KIND_NAMES, KINDS, WORDS } from './words.ts';

/** Scripts and styles come from beside the page, and a connection is made to nothing. `file:` is what `'self'` is not everywhere. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self' file:",
  "style-src 'self' file:",
  "img-src 'self' file: data:",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Pages that the release before had, too: the same page is linked to there. */
type Neighbours = {
  readonly before?: Page | undefined;
  readonly after?: Page | undefined;
  /** Pages of the release before, by path. */
  readonly earlier: ReadonlySet<string> | undefined;
};

const rootOf = (page: Page): string => (page.path.includes('/') ? '../' : '');

/** This version, the latest, the one before, and what changed. */
const versionHtml = (
  site: Site,
  page: Page,
  neighbours: Neighbours,
  language: Language,
): string => {
  const { registry, options } = site;
  const { status, publishedOn, previous, latest, isInRelease } = options;
  const root = rootOf(page);
  const at = (version: string, isThere: boolean): string =>
    isInRelease
      ? `<a href="${root}../../../${escapeHtml(version)}/docs/${language}/${isThere ? page.path : 'index'}.html">${escapeHtml(version)}</a>`
      : escapeHtml(version);
  const cells: readonly (readonly [string, string])[] = [
    [
      WORDS.thisVersion[language],
      [
        `<strong>${escapeHtml(registry.version)}</strong>`,
        RELEASE_STATUSES[status][language],
        ...(publishedOn === undefined ? [] : [`<time>${escapeHtml(publishedOn)}</time>`]),
      ].join(' · '),
    ],
    [
      WORDS.latest[language],
      latest !== undefined
        ? at(latest, false)
        : status === 'published'
          ? escapeHtml(registry.version)
          : WORDS.noneYet[language],
    ],
    [
      WORDS.previous[language],
      previous === undefined
        ? WORDS.first[language]
        : at(previous.version, neighbours.earlier?.has(page.path) === true),
    ],
    ...(previous === undefined || !isInRelease
      ? []
      : [
          [
            WORDS.diff[language],
            `<a href="${root}../../diff-from-previous.${language}.html">${escapeHtml(previous.version)} → ${escapeHtml(registry.version)}</a>`,
          ] as const,
        ]),
  ];
  return `<dl class="version">${cells.map(([name, value]) => `<div><dt>${name}</dt><dd>${value}</dd></div>`).join('')}</dl>`;
};

const crumbsHtml = (page: Page, language: Language): string => {
  const root = rootOf(page);
  if (page.path === 'index') return '';
  const { kind } = page;
  return `<p class="crumbs"><a href="${root}index.html">${WORDS.home[language]}</a>${kind === undefined ? '' : ` / <a href="index.html">${KINDS[kind][language]}</a>`}</p>`;
};

const turnHtml = (page: Page | undefined, rel: 'prev' | 'next'): string =>
  page === undefined
    ? '<span></span>'
    : `<a rel="${rel}" href="${page.path.split('/').at(-1)}.html">${rel === 'prev' ? '← ' : ''}${escapeHtml(page.name ?? '')}${rel === 'next' ? ' →' : ''}</a>`;

const titleHtml = (page: Page, language: Language): string => {
  const { name } = page;
  const title = page.title[language];
  const own =
    name === undefined || name === title ? '' : ` <code class="name">${escapeHtml(name)}</code>`;
  return `<h1>${escapeHtml(title)}${own}</h1>`;
};

/** A page as HTML. */
export const pageHtml = (
  site: Site,
  page: Page,
  blocks: readonly Block[],
  language: Language,
  neighbours: Neighbours,
): string => {
  const root = rootOf(page);
  const place: Place = { language, root };
  const other = language === 'zh' ? 'en' : 'zh';
  const isHome = page.path === 'index';
  const banner =
    site.options.status === 'published' ? '' : `<p class="banner">${NOT_AUTHORISED[language]}</p>`;
  const lede =
    page.lede === undefined
      ? ''
      : `<p class="lede">${inlineHtml(prose(site, page.lede[language]), place)}</p>`;
  const section = page.path.split('/')[0];
  const links = [
    ['index', WORDS.home[language]],
    ...KIND_NAMES.map((kind) => [`${kind}/index`, KINDS[kind][language]]),
    ['views', WORDS.views[language]],
    ['trace', WORDS.trace[language]],
  ]
    .map(
      ([to = '', title = '']) =>
        `<a href="${root}${to}.html"${to.split('/')[0] === section ? ' aria-current="true"' : ''}>${title}</a>`,
    )
    .join('');
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml([page.name, page.title[language]].filter((one, at, all) => one !== undefined && all.indexOf(one) === at).join(' · '))} · ${STANDARD.name[language]} ${escapeHtml(site.registry.version)}</title>
<link rel="stylesheet" href="${root}../assets/portal.css">
<link rel="alternate" type="text/markdown" href="${page.path.split('/').at(-1)}.md">
<script src="${root}../assets/portal.js"></script>
<script src="${root}../assets/contents-${language}.js" defer></script>
</head>
<body data-root="${root}" data-page="${escapeHtml(page.path)}"${page.module === undefined ? '' : ` data-module="${escapeHtml(page.module)}"`}>
<a class="skip" href="#text">${WORDS.skip[language]}</a>
<header><a class="brand" href="${root}index.html"><b>${STANDARD.name[language]}</b><span>${STANDARD.title[language]}</span></a><div class="tools"><button type="button" class="menu" aria-expanded="false">${WORDS.menu[language]}</button><button type="button" class="search" aria-keyshortcuts="/">${WORDS.search[language]} <kbd>/</kbd></button><button type="button" class="theme" aria-label="${WORDS.theme[language]}">◐</button><a class="language" lang="${other}" hreflang="${other}" href="${root}../${other}/${page.path}.html">${WORDS.other[language]}</a></div></header>
${banner}
<div class="body">
<nav aria-label="${WORDS.menu[language]}"><div class="kinds">${links}</div><div class="contents"></div></nav>
<main id="text" class="${isHome ? 'home' : (page.kind ?? 'list')}">
${crumbsHtml(page, language)}
${titleHtml(page, language)}
${lede}
${versionHtml(site, page, neighbours, language)}
${blocks.map((block) => blockHtml(block, place)).join('\n')}
<footer><div class="turn">${turnHtml(neighbours.before, 'prev')}${turnHtml(neighbours.after, 'next')}</div><p>${WORDS.invented[language]} <a href="${page.path.split('/').at(-1)}.md">${WORDS.markdown[language]}</a> · <span class="keys">${WORDS.keys[language]}</span></p></footer>
</main>
</div>
</body>
</html>
`;
};

/** The same page as Markdown: its text, and no navigation. */
export const pageMarkdown = (
  site: Site,
  page: Page,
  blocks: readonly Block[],
  language: Language,
): string => {
  const place: Place = { language, root: rootOf(page) };
  const { options, registry } = site;
  const { status, publishedOn } = options;
  return `${[
    `# ${[page.name, page.title[language]].filter((one, at, all) => one !== undefined && all.indexOf(one) === at).join(': ')}`,
    ...(status === 'published' ? [] : [`**${NOT_AUTHORISED[language]}**`]),
    [
      `${STANDARD.name.en} ${registry.version}`,
      RELEASE_STATUSES[status][language],
      ...(publishedOn === undefined ? [] : [publishedOn]),
      WORDS.invented[language],
    ].join(' · '),
    ...(page.lede === undefined ? [] : [page.lede[language]]),
    ...blocks.map((block) => blockText(block, place)).filter((text) => text !== ''),
  ].join('\n\n')}\n`;
};
