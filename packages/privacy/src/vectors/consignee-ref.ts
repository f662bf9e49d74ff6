import type { Vector } from './vector.ts';

/** The reference that sixteen random bytes, here in hex, become. */
export const consigneeRefVectors: readonly Vector<string, string>[] = [
  ['00000000000000000000000000000000', 'cr1_AAAAAAAAAAAAAAAAAAAAAAA'],
  ['ffffffffffffffffffffffffffffffff', 'cr1______________________w0'],
  ['000102030405060708090a0b0c0d0e0f', 'cr1_AAECAwQFBgcICQoLDA0ODw4'],
  ['f0e1d2c3b4a5968778695a4b3c2d1e0f', 'cr1_8OHSw7Sllod4aVpLPC0eDwL'],
];
