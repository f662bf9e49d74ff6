import { hasFacility, holds } from '../applicability.ts';
import { requirementOf } from '../catalogue/catalogue.ts';
import { type WayOptions, waysOf } from '../drive/ways.ts';
import { scenarios } from '../scenarios/index.ts';
import { isFor } from '../scenarios/scenario.ts';
import type { Claim, Scenario } from '../words.ts';
import { chooses } from './choose.ts';
import { type Shard, shardsOf } from './shards.ts';

/** What of the suite a run is asked for; nothing: everything that applies. */
export type Selection = {
  /** Scenario ids, requirement ids, prefixes (`WBL-*`), modules, `negatives`, `models`. */
  readonly only?: readonly string[];
  /** Conformance classes; requirements of others are not selected. */
  readonly classes?: readonly string[];
  readonly shard?: Shard;
  /** Ids of scenarios that go first, as far as the clock allows. */
  readonly first?: readonly string[];
  /** The owner of a system in production has said so, and it may be driven. */
  readonly isOwnProduction?: boolean;
} & WayOptions;

/** What a run sets out to do. */
export type Plan = {
  /** In the order in which they are played: those that move the clock last. */
  readonly chosen: readonly Scenario[];
  /** Scenarios that test control does not allow, with the command that it lacks. */
  readonly leftOut: readonly (readonly [Scenario, string])[];
};

/** A system in production is read and never driven, unless its owner says otherwise. */
export const isReadOnly = (claim: Claim, { isOwnProduction }: Selection): boolean =>
  claim.document.environment === 'PRODUCTION' && isOwnProduction !== true;

/** Whether a selection leaves out anything that applies. */
export const isPart = ({ only, classes, shard }: Selection): boolean =>
  only !== undefined || classes !== undefined || shard !== undefined;

const touchesClass = (scenario: Scenario, classes: readonly string[]): boolean =>
  scenario.touches.some((id) => classes.includes(requirementOf(id).class));

const inOrder = (
  chosen: readonly Scenario[],
  first: readonly string[] = [],
): readonly Scenario[] => {
  const place = ({ id, movesClock }: Scenario): number =>
    (movesClock === true ? 2 : 0) + (first.includes(id) ? 0 : 1);
  return [...chosen].sort((a, b) => place(a) - place(b));
};

/** The scenarios that apply to a claim; of a system that is only read, the one that reads. */
export const fittingOf = (claim: Claim, isReadOnly: boolean): readonly Scenario[] =>
  scenarios.filter(
    (scenario) =>
      (!isReadOnly || scenario.id === 'discovery') &&
      isFor(scenario, claim.role) &&
      (scenario.when === undefined || holds(scenario.when, claim)),
  );

/** The scenarios of a claim, as far as they are asked for. */
export const planOf = (claim: Claim, selection: Selection = {}): Plan => {
  const { only, classes, shard } = selection;
  const ways = waysOf(selection, claim);
  const wanted = fittingOf(claim, isReadOnly(claim, selection)).filter(
    (scenario) =>
      (only === undefined || only.some((word) => chooses(word, scenario))) &&
      (classes === undefined || touchesClass(scenario, classes)),
  );
  const mine =
    shard === undefined ? wanted : (shardsOf(wanted, shard.count)[shard.index - 1] ?? []);
  const lackOf = ({ needs }: Scenario): string | undefined =>
    needs?.find((need) => !hasFacility(claim, need, ways));
  return {
    chosen: inOrder(
      mine.filter((scenario) => lackOf(scenario) === undefined),
      selection.first,
    ),
    leftOut: mine.flatMap((scenario) => {
      const lack = lackOf(scenario);
      return lack === undefined ? [] : [[scenario, lack] as const];
    }),
  };
};

/** Ids of scenarios that show a living system: they are added where a part of the suite shows none. */
export const lifeSigns = (claim: Claim): readonly Scenario[] =>
  scenarios.filter(({ id }) =>
    ['discovery', claim.role === 'courier' ? 'order-natural-key' : 'agreement-life'].includes(id),
  );
