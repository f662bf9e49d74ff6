import { FILLERS, VAGUE_TERMS } from './vague-terms.ts';

const HAN = /\p{Script=Han}/u;

/** Both forms of an English noun; a Chinese term has one. */
const formsOf = (term: string): readonly string[] =>
  HAN.test(term) ? [term] : [term, `${term}s`, term.replace(/y$/, 'ies')];

/** Longest first, so that a term is not taken apart by a shorter one in it. */
const longestFirst = (terms: readonly string[]) =>
  [...new Set(terms.flatMap(formsOf))].sort((a, b) => b.length - a.length);

const patternOf = (terms: readonly string[]): RegExp =>
  new RegExp(
    longestFirst(terms)
      .map((term) => (HAN.test(term) ? term : `\\b${term}\\b`))
      .join('|'),
    'gu',
  );

const TERM = patternOf(VAGUE_TERMS);
const FILLER = patternOf(FILLERS);

/**
 * Whether a description names no goods: taken away its vague terms and fillers, no letter is left. `礼品` is vague and
 * `瓷制茶杯礼品` is not; a count or a mark beside a vague term makes it no clearer.
 */
export const isVague = (description: string): boolean => {
  const text = description
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]s\b/g, '');
  const without = text.replace(TERM, ' ');
  return without !== text && !/\p{L}/u.test(without.replace(FILLER, ' '));
};
