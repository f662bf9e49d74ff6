import { isExcluded, requirementOf, requirements } from '../catalogue/catalogue.ts';
import { isBinding } from '../outcome.ts';
import type { RequirementId } from '../words.ts';
import { differencesOf } from './judgement.ts';
import type { FaultRow, Invalidity, Judgement, Sum, Totals } from './report.ts';

const isValid = ({ judgement }: FaultRow): boolean =>
  judgement !== 'INVALID' && judgement !== 'CRASHED';

const NO_JUDGEMENTS: Readonly<Record<Judgement, number>> = {
  KILLED: 0,
  ACCUSED: 0,
  PARTLY_SURVIVED: 0,
  SURVIVED: 0,
  BLINDS: 0,
  INVALID: 0,
  CRASHED: 0,
};
const NO_INVALID: Readonly<Record<Invalidity, number>> = {
  NEVER_FIRED: 0,
  BROKE_REFERENCE: 0,
  EQUIVALENT: 0,
};

/** Sensitivity and specificity over some faults, of which the valid ones count. */
export const totalsOf = (rows: readonly FaultRow[]): Totals => {
  const judgements = { ...NO_JUDGEMENTS };
  const invalid = { ...NO_INVALID };
  for (const { judgement, because } of rows) {
    judgements[judgement] += 1;
    if (because !== undefined) invalid[because] += 1;
  }
  const valid = rows.filter(isValid);
  return {
    faults: rows.length,
    valid: valid.length,
    killed: judgements.KILLED,
    sensitive: valid.filter((row) => differencesOf(row, row).missed.length === 0).length,
    specific: valid.filter((row) => differencesOf(row, row).accused.length === 0).length,
    invalid,
    judgements,
  };
};

/** For each requirement: how often it was violated and caught, and how often it was accused wrongly. */
export const sumsOf = (rows: readonly FaultRow[]): ReadonlyMap<RequirementId, Sum> => {
  const sums = new Map<RequirementId, Sum>();
  const add = (id: RequirementId, more: Partial<Sum>): void => {
    const { violated, caught, accused } = sums.get(id) ?? { violated: 0, caught: 0, accused: 0 };
    sums.set(id, {
      violated: violated + (more.violated ?? 0),
      caught: caught + (more.caught ?? 0),
      accused: accused + (more.accused ?? 0),
    });
  };
  for (const row of rows.filter(isValid)) {
    for (const id of row.violates)
      add(id, { violated: 1, caught: row.failed.includes(id) ? 1 : 0 });
    for (const id of differencesOf(row, row).accused) add(id, { accused: 1 });
  }
  return sums;
};

/** The same by the module that a requirement belongs to. */
export const sumsByModule = (
  sums: ReadonlyMap<RequirementId, Sum>,
): Readonly<Record<string, Sum>> => {
  const modules: Record<string, Sum> = {};
  for (const [id, { violated, caught, accused }] of sums) {
    const { module } = requirementOf(id);
    const sum = modules[module] ?? { violated: 0, caught: 0, accused: 0 };
    modules[module] = {
      violated: sum.violated + violated,
      caught: sum.caught + caught,
      accused: sum.accused + accused,
    };
  }
  return modules;
};

/** Requirements that bind, that the wire or test control shows, and that no fault was killed by. */
export const worklistOf = (
  rows: readonly FaultRow[],
  /** Absent: all of them, otherwise those that the chosen faults are about. */
  among?: ReadonlySet<string>,
): readonly RequirementId[] => {
  const killed = new Set<string>(
    rows.flatMap(({ judgement, violates }) => (judgement === 'KILLED' ? violates : [])),
  );
  return requirements
    .filter(
      (one) =>
        isBinding(one.level) &&
        one.tier !== 'S' &&
        !isExcluded(one) &&
        !killed.has(one.id) &&
        (among?.has(one.id) ?? true),
    )
    .map(({ id }) => id);
};
