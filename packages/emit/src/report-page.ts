import type { Text } from '@openwaybill/schemas';
import { escaped } from './escaped.ts';

/** An element of finished markup. */
export const element = (name: string, ...inside: readonly string[]): string =>
  `<${name}>${inside.join('')}</${name}>`;

const STYLE = `
:root{color-scheme:light dark}
body{font:16px/1.5 system-ui,"Noto Sans SC",sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem}
table{border-collapse:collapse;width:100%;margin:1rem 0}
th,td{border-bottom:1px solid #8885;padding:.4rem .6rem;text-align:left;vertical-align:top;overflow-wrap:break-word}
th{font-weight:600}
td code,td .major,td .forbidden{white-space:nowrap}
code,pre{font:14px/1.4 ui-monospace,monospace}
pre{overflow-x:auto;background:#8881;padding:.6rem;border-radius:.3rem;white-space:pre-wrap;overflow-wrap:anywhere}
.major,.forbidden{color:#b3261e;font-weight:600}
@media(prefers-color-scheme:dark){.major,.forbidden{color:#ff8a80}}
section{margin:1.5rem 0;border-top:1px solid #8885}
h1,h3,li{overflow-wrap:anywhere}
@media(max-width:42rem){
thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
tr{display:block;border-bottom:1px solid #8885;padding:.4rem 0}
td{display:grid;grid-template-columns:9rem minmax(0,1fr);gap:.6rem;border:0;padding:.1rem 0}
td code{white-space:normal;overflow-wrap:anywhere}
td::before{content:attr(data-head);opacity:.75}
}
`;

/** A table of finished markup; on a narrow screen each cell has its head before it. */
export const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  element(
    'table',
    element(
      'thead',
      element('tr', ...heads.map((head) => `<th scope="col">${escaped(head)}</th>`)),
    ),
    element(
      'tbody',
      ...rows.map((cells) =>
        element(
          'tr',
          ...cells.map((one, at) => `<td data-head="${escaped(heads[at] ?? '')}">${one}</td>`),
        ),
      ),
    ),
  );

/** A report as one page that needs nothing from anywhere. `body` is finished markup. */
export const reportPage = (title: string, language: keyof Text, body: readonly string[]): string =>
  `<!doctype html>
<html lang="${language === 'zh' ? 'zh-Hans' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${body.join('\n')}
</body>
</html>
`;
