import type { ContractDiff } from '../diff-contracts.ts';
import {
  actOf,
  actorsOf,
  evidenceLines,
  isBreak,
  type Language,
  messagesOf,
  PASSAGES,
  partyText,
  VERDICTS,
  WORDS,
  whereOf,
} from './view.ts';

/** A cell of a table: no bar, no line end. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const row = (...cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
const head = (...cells: readonly string[]): readonly string[] => [
  row(...cells),
  row(...cells.map(() => '---')),
];

/** The report as one markdown document. */
export const markdownOf = (diff: ContractDiff, language: Language): string => {
  const words = WORDS[language];
  const { verdict, gate, findings, experiment } = diff;
  const breaks = findings.filter((finding) => finding.evidence !== undefined || isBreak(finding));
  const parts: readonly string[] = [
    `# ${words.title(diff.before, diff.now)}`,
    `**${words.verdict}: ${VERDICTS[verdict][language]}** · ${words.declared} ${gate.declared} · ${gate.why[language]}`,
    ...(findings.length === 0 ? [words.nothing] : []),
    ...(actorsOf(diff).length === 0
      ? []
      : [
          `## ${words.toAct}`,
          [
            ...head(words.party, words.breaks, words.rule),
            ...actorsOf(diff).map(({ party, findings: own }) =>
              row(
                partyText(party, language),
                String(own.length),
                [...new Set(own.map(({ rule }) => rule))].join(', '),
              ),
            ),
          ].join('\n'),
        ]),
    ...(findings.length === 0
      ? []
      : [
          `## ${words.findings}`,
          [
            ...head(
              words.rule,
              words.where,
              words.change,
              words.oldToNew,
              words.newToOld,
              words.verdict,
              words.category,
              words.hurt,
            ),
            ...findings.map((finding) =>
              row(
                finding.rule,
                whereOf(finding),
                finding.what[language],
                PASSAGES[finding.oldToNew][language],
                PASSAGES[finding.newToOld][language],
                VERDICTS[finding.verdict][language],
                finding.categories.join(', '),
                finding.hurt.map((party) => partyText(party, language)).join('; ') || words.nobody,
              ),
            ),
          ].join('\n'),
        ]),
    ...breaks.flatMap((finding) => {
      const [said, body] = evidenceLines(finding, language);
      const messages = messagesOf(finding, language);
      return [
        `### ${finding.rule} ${whereOf(finding)}`,
        [
          `- ${finding.what[language]}`,
          ...(messages === '' ? [] : [`- ${words.messages}: ${messages}`]),
          `- ${words.act}: ${actOf(finding, language)}`,
          ...(finding.waiver === undefined ? [] : [`- ${words.waived}: ${finding.waiver}`]),
          ...(said === undefined ? [] : [`- ${said}`]),
        ].join('\n'),
        ...(body === undefined ? [] : [`\`\`\`json\n${body}\n\`\`\``]),
      ];
    }),
    words.experiment(experiment.sampleCount, experiment.refusedCount),
    ...(diff.notCompared.length === 0 ? [] : [words.notCompared]),
  ];
  return `${parts.join('\n\n')}\n`;
};
