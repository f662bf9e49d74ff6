import type { Result } from '../result/result.ts';
import type { Checked } from '../run.ts';
import type { Transcript } from '../transcript/format.ts';
import type { Claim, RequirementId, Role } from '../words.ts';
import type { CleanRow } from './report.ts';
import { wordsOf } from './words-of.ts';

/** What the run without a fault is needed for afterwards. */
export type Clean = {
  readonly passed: readonly RequirementId[];
  readonly transcript: Transcript;
  readonly claim: Claim;
};

/** Reasons for which a requirement may be left open by a run that misses nothing. */
const EXPECTED: ReadonlySet<string> = new Set(['EXCLUDED']);

/** What a clean run shows of a system that must be clean. */
export const cleanRowOf = (
  { result }: Pick<Checked, 'result'>,
  system: {
    readonly role: Role;
    readonly claims?: string | undefined;
    readonly defects: readonly unknown[];
    readonly milliseconds: number;
  },
): CleanRow => {
  const counts = { inapplicable: 0, passed: 0, untested: 0, inconclusive: 0, failed: 0 };
  for (const { outcome } of result.requirements) counts[outcome] += 1;
  return {
    role: system.role,
    ...(system.claims === undefined ? {} : { claims: system.claims }),
    counts,
    accused: result.requirements.flatMap(({ id, outcome }) => (outcome === 'failed' ? [id] : [])),
    open: result.requirements
      .filter(
        (one) =>
          (one.outcome === 'inconclusive' || one.outcome === 'untested') &&
          !EXPECTED.has(one.reason ?? ''),
      )
      .map(({ id }) => id),
    defects: [
      ...result.harness.map(({ at, issue }) => `${at}: ${issue}`),
      ...system.defects.map(wordsOf),
      ...(result.run.failure === undefined ? [] : [result.run.failure.en]),
    ],
    milliseconds: system.milliseconds,
  };
};

/**
 * The facts of a result that time and ids leave alone, one line each. How often something was said is none of them: a
 * challenge is sent or not by whether its subscription was deleted a moment before, and a list has one page more or less by
 * whether another scenario has just taken its own away.
 */
export const factsOf = (result: Result): readonly string[] => [
  ...result.requirements.map(({ id, outcome, reason = '', cases }) =>
    [
      id,
      outcome,
      reason,
      ...cases.map(
        (one) => `${one.id}:${one.state}${one.reason === undefined ? '' : `:${one.reason}`}`,
      ),
    ].join(' '),
  ),
  ...result.verdicts.map((one) => `${one.class} ${one.verdict} ${JSON.stringify(one.counts)}`),
  ...result.warnings.map(({ code }) => `warning ${code}`),
  ...result.prepared.map(({ need, rung }) => `prepared ${need} ${rung}`),
  ...result.coverage.operations.map(
    ({ name, position, accepted, refused }) => `${name} ${position} ${accepted > 0} ${refused > 0}`,
  ),
  ...result.coverage.events.map(({ name, position, count }) => `${name} ${position} ${count > 0}`),
  `exit ${result.exit}`,
];

/** What is kept of a clean run. */
export const cleanOf = ({ result, transcript, claim }: Checked): Clean => ({
  passed: result.requirements.flatMap(({ id, outcome }) => (outcome === 'passed' ? [id] : [])),
  transcript,
  claim,
});

/** What differs between two runs of one system with one seed. */
export const differencesBetween = (
  one: readonly string[],
  other: readonly string[],
): readonly string[] => [
  ...one.filter((fact) => !other.includes(fact)).map((fact) => `- ${fact}`),
  ...other.filter((fact) => !one.includes(fact)).map((fact) => `+ ${fact}`),
];
