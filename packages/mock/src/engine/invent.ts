import { base64url, hex } from '@openwaybill/validate';
import type { Random } from './options.ts';
import { remembering } from './remembering.ts';

/** A stream of bytes that a seed decides (mulberry32): for invention only, never for secrets of a production. */
export const seededRandom = (seed: number): Random => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  return Object.assign(
    (byteCount: number) => {
      const bytes = new Uint8Array(byteCount);
      for (let at = 0; at < byteCount; at += 1) bytes[at] = next();
      return bytes;
    },
    {
      position: () => state,
      seek: (position: number) => {
        state = position >>> 0;
      },
    },
  );
};

/** The seed that a text stands for (FNV-1a): the same text always draws the same. */
export const seedOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (const character of text)
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
};

/** The first two groups of a UUID version 7: those of its time. */
const timeGroups = remembering(1, (milliseconds: number): readonly [string, string] => {
  const time = Math.trunc(milliseconds).toString(16).padStart(12, '0').slice(-12);
  return [time.slice(0, 8), time.slice(8)];
});

/** The five groups of a UUID version 7 (RFC 9562 section 5.7) of an instant in milliseconds. */
const groups7 = (random: Random, milliseconds: number): readonly string[] => {
  const bytes = random(10);
  const rest = hex(bytes);
  const variant = '89ab'.charAt(((bytes[2] ?? 0) >>> 4) & 3);
  return [
    ...timeGroups(milliseconds),
    `7${rest.slice(1, 4)}`,
    `${variant}${rest.slice(5, 8)}`,
    rest.slice(8),
  ];
};

/** UUID version 7 of an instant in milliseconds. */
export const uuid7 = (random: Random, milliseconds: number): string =>
  groups7(random, milliseconds).join('-');

/** The same without hyphens, behind a prefix. */
export const prefixed7 = (prefix: string, random: Random, milliseconds: number): string =>
  [prefix, ...groups7(random, milliseconds)].join('');

/** 128 random bits with the prefix of their kind: `agr_`, `ntc_`, `rv_`, `cb_`. */
export const randomId = (random: Random, prefix: string): string =>
  `${prefix}${base64url(random(16))}`;
