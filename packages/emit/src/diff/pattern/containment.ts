import { after, type Expression, edgesOf, NOTHING } from './expression.ts';

/** Pairs of states that are looked at before a comparison is given up. */
const MAX_STATES = 20_000;

type Node = { readonly in: Expression; readonly out: Expression; readonly text: string };

/** A character of each class that no set of the two tells apart, one that reads well where there is one. */
const alphabetOf = (all: readonly Expression[]): readonly number[] => {
  const edges = [...new Set([0, ...all.flatMap(edgesOf)])].toSorted((a, b) => a - b);
  return edges
    .filter((edge) => edge <= 0x10ffff)
    .map((from, at) => {
      const to = (edges[at + 1] ?? 0x110000) - 1;
      return (
        ['A', 'a', '0'].map((one) => one.charCodeAt(0)).find((one) => from <= one && one <= to) ??
        from
      );
    });
};

/** Half of a character of UTF-16 is no character. */
const isSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;

/**
 * A shortest text that one expression takes and the other does not; `none` where there is no such text, and
 * `unproven` where looking for it takes too long.
 */
export const textBetween = (
  taken: Expression,
  refused: Expression = NOTHING,
  length: { readonly min: number; readonly max: number } = {
    min: 0,
    max: Number.POSITIVE_INFINITY,
  },
): { readonly text: string } | 'none' | 'unproven' => {
  const alphabet = alphabetOf([taken, refused]).filter((one) => !isSurrogate(one));
  const isEndless = length.max === Number.POSITIVE_INFINITY;
  let looked = 0;
  let level: readonly Node[] = [{ in: taken, out: refused, text: '' }];
  // without bounds a pair that was seen leads nowhere new; with them it may, at another length
  const seen = new Set<string>();
  for (let at = 0; at <= length.max && level.length > 0; at++) {
    const next = new Map<string, Node>();
    for (const node of level) {
      if (at >= length.min && node.in.isNullable && !node.out.isNullable)
        return { text: node.text };
      for (const code of alphabet) {
        const inside = after(node.in, code);
        if (inside.kind === 'nothing') continue;
        const outside = after(node.out, code);
        const key = `${inside.key} ${outside.key}`;
        if (next.has(key) || (isEndless && at >= length.min && seen.has(key))) continue;
        if (++looked > MAX_STATES) return 'unproven';
        seen.add(key);
        next.set(key, { in: inside, out: outside, text: node.text + String.fromCodePoint(code) });
      }
    }
    level = [...next.values()];
  }
  return 'none';
};
