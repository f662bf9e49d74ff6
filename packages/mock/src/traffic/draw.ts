/** Draws of one subject: the n-th is always the same number, whoever asked before. */
export type Draw = {
  /** A whole number from 0 up to, and without, `below`. */
  readonly below: (below: number) => number;
  readonly oneOf: <T>(all: readonly [T, ...T[]]) => T;
  readonly bytes: (count: number) => Uint8Array;
};

const mixed = (value: number): number => {
  let word = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
  return (word ^ (word >>> 16)) >>> 0;
};

/** The draws of one subject: `seed` and the numbers that name it decide all of them (murmur's finaliser over a Weyl sequence). */
export const drawOf = (seed: number, ...subject: readonly number[]): Draw => {
  let state = subject.reduce(
    (known, number) => mixed(known ^ Math.imul(number + 1, 0x9e3779b1)),
    mixed(seed),
  );
  const next = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    return mixed(state);
  };
  const below = (count: number): number => Math.floor((next() / 0x1_0000_0000) * count);
  return {
    below,
    oneOf: (all) => all[below(all.length)] ?? all[0],
    bytes: (count) => Uint8Array.from({ length: count }, () => next() & 0xff),
  };
};
