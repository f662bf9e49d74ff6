import type { Scenario } from '../words.ts';

/** One of several runs that together are one. Counted from 1. */
export type Shard = { readonly index: number; readonly count: number };

/**
 * Scenarios that make many more requests than the usual one, by hundreds of requests. Only their proportion matters: it
 * spreads the work, and every party of a sharded run has to see the same.
 */
const HEAVY: Readonly<Record<string, number>> = {
  negatives: 10,
  'model-order': 3,
  'model-waybill': 4,
  'public-tracking': 3,
  'agreement-life': 2,
};
const USUAL = 0.3;

const weightOf = ({ id }: Scenario): number => HEAVY[id] ?? USUAL;

/**
 * The scenarios of each shard: the heaviest first, each to the shard that has least. It follows from the list alone, so
 * that machines that never spoke to each other agree.
 */
export const shardsOf = (
  scenarios: readonly Scenario[],
  count: number,
): readonly (readonly Scenario[])[] => {
  const shards = Array.from({ length: count }, () => ({ weight: 0, ids: new Set<string>() }));
  const heaviest = [...scenarios].sort(
    (a, b) => weightOf(b) - weightOf(a) || (a.id < b.id ? -1 : 1),
  );
  for (const scenario of heaviest) {
    const lightest = shards.reduce((a, b) => (b.weight < a.weight ? b : a));
    lightest.weight += weightOf(scenario);
    lightest.ids.add(scenario.id);
  }
  return shards.map(({ ids }) => scenarios.filter(({ id }) => ids.has(id)));
};

/** About how many requests some scenarios make: enough to say how long they take. */
export const requestsOf = (scenarios: readonly Scenario[]): number =>
  Math.round(scenarios.reduce((sum, scenario) => sum + weightOf(scenario), 0) * 100);
