import { escaped } from '../../escaped.ts';
import type { Finding } from '../change.ts';
import type { ContractDiff } from '../diff-contracts.ts';
import {
  actOf,
  actorsOf,
  evidenceLines,
  type Language,
  messagesOf,
  PASSAGES,
  partyText,
  VERDICTS,
  WORDS,
  whereOf,
} from './view.ts';

const element = (name: string, ...inside: readonly string[]): string =>
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
td{display:grid;grid-template-columns:9rem 1fr;gap:.6rem;border:0;padding:.1rem 0}
td::before{content:attr(data-head);opacity:.75}
}
`;

const verdictOf = ({ verdict }: Finding, language: Language): string =>
  `<span class="${verdict}">${escaped(VERDICTS[verdict][language])}</span>`;

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
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

const section = (finding: Finding, language: Language): string => {
  const words = WORDS[language];
  const [said, body] = evidenceLines(finding, language);
  const messages = messagesOf(finding, language, 12);
  const lines = [
    `${finding.what[language]}`,
    ...(messages === '' ? [] : [`${words.messages}: ${messages}`]),
    ...(finding.hurt.length === 0
      ? []
      : [`${words.hurt}: ${finding.hurt.map((party) => partyText(party, language)).join('; ')}`]),
    `${words.act}: ${actOf(finding, language)}`,
    ...(finding.waiver === undefined ? [] : [`${words.waived}: ${finding.waiver}`]),
    ...(said === undefined ? [] : [said]),
  ];
  return element(
    'section',
    element(
      'h3',
      `<code>${finding.rule}</code> ${escaped(whereOf(finding))} · ${verdictOf(finding, language)}`,
    ),
    element('ul', ...lines.map((line) => element('li', escaped(line)))),
    ...(body === undefined ? [] : [element('pre', element('code', escaped(body)))]),
  );
};

/** The report as one page that needs nothing from anywhere. */
export const htmlOf = (diff: ContractDiff, language: Language): string => {
  const words = WORDS[language];
  const { verdict, gate, findings, experiment } = diff;
  const title = words.title(diff.before, diff.now);
  const actors = actorsOf(diff);
  const body = [
    element('h1', escaped(title)),
    element(
      'p',
      `${words.verdict}: <strong class="${verdict}">${escaped(VERDICTS[verdict][language])}</strong> · `,
      escaped(`${words.declared} ${gate.declared} · ${gate.why[language]}`),
    ),
    ...(findings.length === 0 ? [element('p', escaped(words.nothing))] : []),
    ...(actors.length === 0
      ? []
      : [
          element('h2', escaped(words.toAct)),
          table(
            [words.party, words.breaks, words.rule],
            actors.map(({ party, findings: own }) => [
              escaped(partyText(party, language)),
              String(own.length),
              escaped([...new Set(own.map(({ rule }) => rule))].join(', ')),
            ]),
          ),
        ]),
    ...(findings.length === 0
      ? []
      : [
          element('h2', escaped(words.findings)),
          table(
            [
              words.rule,
              words.where,
              words.change,
              words.oldToNew,
              words.newToOld,
              words.verdict,
              words.category,
            ],
            findings.map((finding) => [
              element('code', finding.rule),
              escaped(whereOf(finding)),
              escaped(finding.what[language]),
              escaped(PASSAGES[finding.oldToNew][language]),
              escaped(PASSAGES[finding.newToOld][language]),
              verdictOf(finding, language),
              escaped(finding.categories.join(', ')),
            ]),
          ),
          ...findings
            .filter(({ evidence }) => evidence !== undefined)
            .map((finding) => section(finding, language)),
        ]),
    element('p', escaped(words.experiment(experiment.sampleCount, experiment.refusedCount))),
    ...(diff.notCompared.length === 0 ? [] : [element('p', escaped(words.notCompared))]),
  ];
  return `<!doctype html>
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
};
