import type { ContractDiff } from '../diff-contracts.ts';
import type { Severity } from '../rule.ts';
import { RULES, type RuleId, ruleOf } from '../rules.ts';
import { type Language, partyText, whereOf } from './view.ts';

/** How tools that read the format show a verdict (SARIF 2.1.0, 3.27.10). */
const LEVELS: Readonly<Record<Severity, 'none' | 'note' | 'warning' | 'error'>> = {
  none: 'none',
  patch: 'note',
  erratum: 'warning',
  minor: 'note',
  major: 'error',
  forbidden: 'error',
};

/** The report in the form that code hosts read (SARIF 2.1.0). A contract has no lines: places are logical. */
export const sarifOf = (diff: ContractDiff, language: Language): object => {
  const ids = [...new Set(diff.findings.map(({ rule }) => rule))].toSorted();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'openwaybill diff',
            rules: ids.map((id: RuleId) => ({
              id,
              shortDescription: { text: RULES[id].change[language] },
              help: { text: ruleOf(id).act[language] },
            })),
          },
        },
        results: diff.findings.map((finding) => ({
          ruleId: finding.rule,
          level: finding.waiver === undefined ? LEVELS[finding.verdict] : 'note',
          message: {
            text: [
              finding.what[language],
              ...finding.hurt.map((party) => partyText(party, language)),
            ].join('; '),
          },
          locations: [
            {
              logicalLocations: [
                { fullyQualifiedName: whereOf(finding), kind: finding.subject.kind },
              ],
            },
          ],
        })),
      },
    ],
  };
};
