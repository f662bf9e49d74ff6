import type { MaskVector } from './vector.ts';

/** What `id-1` answers to identity numbers; region 99 does not exist. */
export const id1Vectors: readonly MaskVector[] = [
  ['990102199001010016', '******'],
  ['E00000000', '******'],
  ['', '******'],
  ['******', '******'],
];
