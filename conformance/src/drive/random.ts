export { uuid4 } from '@openwaybill/validate';

/** A seeded stream of numbers in [0, 1). */
export type Random = () => number;

/** FNV-1a of a text, so that a label moves a seed (draft-eastlake-fnv). */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
};

/** The stream of a seed and a label (mulberry32): equal for equal arguments, in any order of use. */
export const randomOf = (seed: number, label: string): Random => {
  let state = (seed ^ hashOf(label)) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Characters of Crockford's base32. */
export const base32 = (random: Random, length: number): string =>
  Array.from({ length }, () => CROCKFORD[Math.floor(random() * 32)]).join('');

/** Nothing that is to be found in a loop is found by luck: every member once, in a drawn order. */
export const shuffled = <T>(random: Random, items: readonly T[]): readonly T[] => {
  const left = [...items];
  const out: T[] = [];
  while (left.length > 0) out.push(...left.splice(Math.floor(random() * left.length), 1));
  return out;
};
