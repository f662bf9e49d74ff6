import { escaped } from '../../escaped.ts';
import { element, reportPage, table } from '../../report-page.ts';
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

const verdictOf = ({ verdict }: Finding, language: Language): string =>
  `<span class="${verdict}">${escaped(VERDICTS[verdict][language])}</span>`;

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
  return reportPage(title, language, body);
};
