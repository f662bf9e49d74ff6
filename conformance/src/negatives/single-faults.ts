import { type Random, shuffled } from '../drive/random.ts';
import { type Mutation, mutationsOf } from './mutate.ts';
import { type SingleFault, singleFault } from './revalidate.ts';

/** Requests with exactly one thing wrong, and what it took to make them. */
export type SingleFaults = {
  readonly bodies: readonly unknown[];
  /** How many were made and judged, and how many of them were not wrong in exactly one way. */
  readonly made: number;
  readonly discarded: number;
};

/**
 * From a right request a number of wrong ones: kind by kind in turn, in an order that the seed draws, at most so many
 * against one constraint. What the judge finds wrong in no way, or in several, is thrown away and counted.
 */
export const singleFaults = (
  random: Random,
  schema: string,
  right: unknown,
  limits: {
    readonly isStrict: boolean;
    readonly most: number;
    readonly perConstraint: number;
    /** Whether it is said how a fault is answered. */
    readonly isAnswered: (fault: SingleFault) => boolean;
  },
): SingleFaults => {
  const kinds = new Map<string, Mutation[]>();
  for (const mutation of shuffled(random, [...mutationsOf(schema, right)]))
    kinds.set(mutation.kind, [...(kinds.get(mutation.kind) ?? []), mutation]);
  const perConstraint = new Map<string, number>();
  const bodies: unknown[] = [];
  let made = 0;
  let discarded = 0;
  const take = ({ body }: Mutation): SingleFault | undefined => {
    made += 1;
    const fault = singleFault(schema, body, limits.isStrict);
    if (fault === undefined) discarded += 1;
    return fault;
  };
  for (const groups = [...kinds.values()]; groups.some((left) => left.length > 0); )
    for (const left of groups) {
      const mutation = left.shift();
      if (mutation === undefined) continue;
      const fault = take(mutation);
      if (fault === undefined || !limits.isAnswered(fault)) continue;
      const constraint = `${fault.pointer} ${fault.rule}`;
      const count = perConstraint.get(constraint) ?? 0;
      if (count >= limits.perConstraint) continue;
      perConstraint.set(constraint, count + 1);
      bodies.push(mutation.body);
      if (bodies.length >= limits.most) return { bodies, made, discarded };
    }
  return { bodies, made, discarded };
};
