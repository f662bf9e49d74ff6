import { randomOf, shuffled } from '../drive/random.ts';
import type { Fault } from '../words.ts';

/** What a derived fault is about, and how it changes it: `wire:Order/status:drop` is about `Order`, by `drop`. */
const strataOf = ({ id }: Pick<Fault, 'id'>): readonly string[] => {
  const [subject = '', change = ''] = [
    /^[^:]+:([^/:@]+)/.exec(id)?.[1],
    /:([^:@]+)(@[^:]*)?$/.exec(id)?.[1],
  ];
  return [`about ${subject}`, `by ${change}`];
};

/** A seeded part of many faults in which every message and every kind of change occurs. */
export const sampleOf = <F extends Pick<Fault, 'id'>>(
  faults: readonly F[],
  count: number,
  seed: number,
): readonly F[] => {
  if (faults.length <= count) return faults;
  const drawn = shuffled(randomOf(seed, 'sample'), faults);
  const seen = new Set<string>();
  const needed = drawn.filter((fault) => {
    const strata = strataOf(fault);
    const isNew = strata.some((one) => !seen.has(one));
    for (const one of strata) seen.add(one);
    return isNew;
  });
  const rest = drawn.filter((fault) => !needed.includes(fault));
  const chosen = new Set([...needed, ...rest.slice(0, Math.max(0, count - needed.length))]);
  return faults.filter((fault) => chosen.has(fault));
};
