/** What a sample of references shows against its being random; nothing where it shows nothing. */
export type Pattern = 'REPEATED' | 'BIASED_CHARACTERS' | 'BIASED_BIT' | 'ORDERED';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const BITS = 6;
/** Characters that are random as a whole; the 22nd has two random bits, and the 23rd follows from the others. */
const WHOLE = 21;
/** Chance of a false alarm below one in a hundred million, each. */
const CHI_SQUARE_63 = 155;
const DEVIATIONS = 6;

const valuesOf = (reference: string): readonly number[] =>
  [...reference.slice('cr1_'.length, 'cr1_'.length + WHOLE)].map((one) => ALPHABET.indexOf(one));

/** Chi-square of all characters of the sample over the 64 that there are. */
const chiSquare = (all: readonly (readonly number[])[]): number => {
  const counts = new Array<number>(ALPHABET.length).fill(0);
  for (const value of all.flat()) counts[value] = (counts[value] ?? 0) + 1;
  const expected = (all.length * WHOLE) / ALPHABET.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
};

const isFar = (count: number, expected: number, variance: number): boolean =>
  Math.abs(count - expected) > DEVIATIONS * Math.sqrt(variance);

/** Whether one of the 126 bits is nearly always the same: a prefix, a host, a clock. */
const hasBiasedBit = (all: readonly (readonly number[])[]): boolean => {
  for (let at = 0; at < WHOLE; at += 1)
    for (let bit = 0; bit < BITS; bit += 1) {
      const ones = all.filter((values) => (((values[at] ?? 0) >> bit) & 1) === 1).length;
      if (isFar(ones, all.length / 2, all.length / 4)) return true;
    }
  return false;
};

/** Whether each reference tends to follow the one before, as a counter's or a clock's do. */
const isOrdered = (references: readonly string[]): boolean => {
  const rises = references.filter((one, at) => at > 0 && one > (references[at - 1] ?? '')).length;
  return isFar(rises, (references.length - 1) / 2, (references.length + 1) / 12);
};

/** The first pattern in a sample, in the order of their making. A sample shows presence and never absence. */
export const patternIn = (references: readonly string[]): Pattern | undefined => {
  if (new Set(references).size < references.length) return 'REPEATED';
  const all = references.map(valuesOf);
  if (chiSquare(all) > CHI_SQUARE_63) return 'BIASED_CHARACTERS';
  if (hasBiasedBit(all)) return 'BIASED_BIT';
  return isOrdered(references) ? 'ORDERED' : undefined;
};
