import { suiteCoverage } from '@openwaybill/conformance';
import { LINT_RULES, type QualityFacts } from '@openwaybill/emit';
import type { Waiver } from '@openwaybill/emit/diff';
import { readClauses } from '../clauses.ts';
import type { Io } from '../io.ts';
import type { JudgedFinding } from '../lint/lint-standard.ts';
import { VERSION } from '../version.ts';

/** A rule whose judge only a clone has: what it finds would differ from installation to installation. */
const NOT_ASKED = ['linear-regexp'];

const found = ({ rule, about, pointer, message, waiver }: JudgedFinding) => ({
  rule,
  place: `${about} ${pointer}`.trim(),
  message,
  ...(waiver === undefined ? {} : { waiver }),
});

const seen = (rows: readonly { readonly seenBy: readonly string[] }[]) => ({
  count: rows.length,
  seenCount: rows.filter(({ seenBy }) => seenBy.length > 0).length,
});

/** What is known of a release before it is written: what the lint found, what is waived, what the suite covers. */
export const qualityFacts = async (
  findings: readonly JudgedFinding[],
  waivers: readonly Waiver[],
  io: Io,
): Promise<QualityFacts> => {
  const { clauses } = await readClauses(io);
  const suite = suiteCoverage(clauses);
  const { requirements } = suite;
  const inState = (state: string): number =>
    requirements.filter((one) => one.state === state).length;
  const distinct = (of: (one: (typeof requirements)[number]) => readonly string[]): number =>
    new Set(requirements.flatMap(of)).size;
  return {
    format: 'openwaybill-qa/1',
    tools: { openwaybill: VERSION },
    lint: {
      ruleCount: new Set(LINT_RULES.map(({ id }) => id).filter((id) => !NOT_ASKED.includes(id)))
        .size,
      notAsked: NOT_ASKED,
      waived: findings.filter(({ waiver }) => waiver !== undefined).map(found),
      warnings: findings.filter(({ isWarning }) => isWarning).map(found),
    },
    waivers,
    coverage: {
      requirements: {
        count: requirements.length,
        checkedCount: inState('checked'),
        excludedCount: inState('excluded'),
      },
      caseCount: requirements.reduce((sum, { cases }) => sum + cases, 0),
      scenarioCount: distinct(({ scenarios }) => scenarios),
      faultCount: distinct(({ faults }) => faults),
      operations: seen(suite.operations),
      events: seen(suite.events),
      problems: seen(suite.problems),
      cells: seen(suite.cells),
      clauses: seen(suite.clauses),
    },
  };
};
