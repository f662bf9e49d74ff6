import { type SarifLevel, sarifLog } from '../../sarif.ts';
import type { ContractDiff } from '../diff-contracts.ts';
import type { Severity } from '../rule.ts';
import { RULES, type RuleId, ruleOf } from '../rules.ts';
import { type Language, partyText, whereOf } from './view.ts';

const LEVELS: Readonly<Record<Severity, SarifLevel>> = {
  none: 'none',
  patch: 'note',
  erratum: 'warning',
  minor: 'note',
  major: 'error',
  forbidden: 'error',
};

/** The report in the form that code hosts read. */
export const sarifOf = (diff: ContractDiff, language: Language): object =>
  sarifLog(
    'openwaybill diff',
    (Object.keys(RULES) as readonly RuleId[]).map((id) => ({
      id,
      short: RULES[id].change[language],
      help: ruleOf(id).act[language],
    })),
    diff.findings.map((finding) => ({
      rule: finding.rule,
      level: finding.waiver === undefined ? LEVELS[finding.verdict] : 'note',
      text: [
        finding.what[language],
        ...finding.hurt.map((party) => partyText(party, language)),
      ].join('; '),
      place: { name: whereOf(finding), kind: finding.subject.kind },
    })),
  );
