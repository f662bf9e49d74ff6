import type { Sum } from './disclosure.ts';

/** A prime below 2^26, so that a product of two residues is exact. Coefficients of sums are 1 and -1. */
const PRIME = 67_108_859;

const inverse = (value: number): number => {
  let [a, b, x, y] = [value, PRIME, 1, 0];
  while (a > 1) {
    const quotient = Math.floor(b / a);
    [b, a, y, x] = [a, b % a, x, (((y - quotient * x) % PRIME) + PRIME) % PRIME];
  }
  return x;
};

type Row = Map<string, number>;

const plus = (row: Row, factor: number, other: Row): void => {
  for (const [key, value] of other) {
    const sum = ((row.get(key) ?? 0) + factor * value) % PRIME;
    if (sum === 0) row.delete(key);
    else row.set(key, sum);
  }
};

/**
 * Which unknown cells follow from the sums, all other cells being known: those that are alone in a row of the reduced
 * system (Gauss and Jordan).
 */
export const determinedIn = (
  sums: readonly Sum[],
  unknown: ReadonlySet<string>,
): ReadonlySet<string> => {
  const pivots = new Map<string, Row>();
  for (const { total, parts } of sums) {
    const row: Row = new Map(
      parts.filter((key) => unknown.has(key)).map((key) => [key, 1] as const),
    );
    if (unknown.has(total)) plus(row, PRIME - 1, new Map([[total, 1]]));
    for (const [key, pivot] of pivots) {
      const factor = row.get(key);
      if (factor !== undefined) plus(row, PRIME - factor, pivot);
    }
    const [lead] = row;
    if (lead === undefined) continue;
    const [key, value] = lead;
    const scale = inverse(value);
    for (const [each, one] of row) row.set(each, (one * scale) % PRIME);
    for (const other of pivots.values()) {
      const factor = other.get(key);
      if (factor !== undefined) plus(other, PRIME - factor, row);
    }
    pivots.set(key, row);
  }
  return new Set([...pivots].filter(([, row]) => row.size === 1).map(([key]) => key));
};
