import { STYLE } from './html-style.ts';
import { SYMBOLS, told } from './html-words.ts';
import { escaped } from './plain-text.ts';

/** One page that opens from the disk. */
export type Page = {
  readonly title: string;
  /** What the page is a function of; the nonce follows from it. */
  readonly digest: string;
  /** Keys that the script listens to. */
  readonly keys: readonly string[];
  readonly script: string;
  readonly main: readonly string[];
  readonly footer: string;
};

/** The frame of every page: one file, both languages, no word to anybody. */
export const pageOf = ({ title, digest, keys, script, main, footer }: Page): string => {
  const nonce = digest.replace(/[^A-Za-z0-9]/g, '') || 'none';
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en" data-lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)} · OpenWaybill</title>
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
${SYMBOLS}
<div class="top"><div class="brand">OpenWaybill<span lang="zh">开放运单</span></div><div><span class="keys">${keys
    .map((key) => `<kbd>${escaped(key)}</kbd>`)
    .join(
      ' ',
    )}</span> <button type="button" class="switch" id="switch"${told({ en: '中文', zh: 'English' })}>中文</button></div></div>
<main>
${main.filter((part) => part !== '').join('\n')}
</main>
<footer>${footer}</footer>
<script nonce="${nonce}">${script}</script>
</body>
</html>
`;
};
