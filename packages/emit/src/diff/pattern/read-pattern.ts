import {
  choiceOf,
  EMPTY,
  type Expression,
  type Range,
  repeatOf,
  sequenceOf,
  setOf,
} from './expression.ts';

/** The last code point (Unicode). */
const LAST = 0x10ffff;

/** Characters that a backslash makes plain (RFC 9485, `SingleCharEsc`); `n`, `r` and `t` are control characters. */
const CONTROLS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };
const PLAIN_ESCAPE = /[(-+\-.?[-^{-}/$]/;
/** Characters with a meaning, which no literal is. */
const SPECIAL = /[.*+?()[\]{}|^$\\]/;

/** Thrown inside only: the pattern is outside of what can be compared. */
class Unread extends Error {
  override readonly name = 'Unread';
}

const merged = (ranges: readonly Range[]): readonly Range[] => {
  const joined: [number, number][] = [];
  for (const [from, to] of ranges.toSorted(([a], [b]) => a - b)) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
};

const complement = (ranges: readonly Range[]): readonly Range[] => {
  const outside: Range[] = [];
  let next = 0;
  for (const [from, to] of merged(ranges)) {
    if (from > next) outside.push([next, from - 1]);
    next = to + 1;
  }
  if (next <= LAST) outside.push([next, LAST]);
  return outside;
};

/** Reads a pattern between its anchors, character by character. */
const reader = (text: string) => {
  const characters = [...text];
  let at = 0;
  const peek = (): string | undefined => characters[at];
  const take = (): string => {
    const one = characters[at++];
    if (one === undefined) throw new Unread();
    return one;
  };
  const eat = (one: string): boolean => {
    if (peek() !== one) return false;
    at++;
    return true;
  };
  const escaped = (): number => {
    const one = take();
    const plain = CONTROLS[one] ?? (PLAIN_ESCAPE.test(one) ? one : undefined);
    if (plain === undefined) throw new Unread();
    return plain.codePointAt(0) ?? 0;
  };
  const member = (): number => {
    const one = take();
    return one === '\\' ? escaped() : (one.codePointAt(0) ?? 0);
  };
  const characterClass = (): Expression => {
    const isNegated = eat('^');
    const ranges: Range[] = [];
    while (!eat(']')) {
      const from = member();
      const isRange = peek() === '-' && characters[at + 1] !== ']';
      if (isRange) at++;
      const to = isRange ? member() : from;
      if (to < from) throw new Unread();
      ranges.push([from, to]);
    }
    return setOf(isNegated ? complement(ranges) : merged(ranges));
  };
  const atom = (): Expression => {
    const one = take();
    if (one === '(') {
      if (eat('?') && !(eat(':') && true)) throw new Unread();
      const inside = choice();
      if (!eat(')')) throw new Unread();
      return inside;
    }
    if (one === '[') return characterClass();
    // a line end is no character of `.` (RFC 9485)
    if (one === '.')
      return setOf(
        complement([
          [10, 10],
          [13, 13],
        ]),
      );
    if (one === '\\') {
      const code = escaped();
      return setOf([[code, code]]);
    }
    if (SPECIAL.test(one)) throw new Unread();
    const code = one.codePointAt(0) ?? 0;
    return setOf([[code, code]]);
  };
  const bounds = (): readonly [number, number] | undefined => {
    if (eat('*')) return [0, Number.POSITIVE_INFINITY];
    if (eat('+')) return [1, Number.POSITIVE_INFINITY];
    if (eat('?')) return [0, 1];
    if (!eat('{')) return undefined;
    let inside = '';
    while (!eat('}')) inside += take();
    const [, min, comma, max] = /^(\d+)(,)?(\d+)?$/.exec(inside) ?? [];
    if (min === undefined) throw new Unread();
    if (comma === undefined) return [Number(min), Number(min)];
    return [Number(min), max === undefined ? Number.POSITIVE_INFINITY : Number(max)];
  };
  const piece = (): Expression => {
    const one = atom();
    const times = bounds();
    // a lazy quantifier is not of the subset
    if (times === undefined) return one;
    if (peek() === '?' || peek() === '+') throw new Unread();
    return repeatOf(one, ...times);
  };
  const branch = (): Expression => {
    const pieces: Expression[] = [];
    while (peek() !== undefined && peek() !== '|' && peek() !== ')') pieces.push(piece());
    return pieces.reduceRight((rest, first) => sequenceOf(first, rest), EMPTY);
  };
  const choice = (): Expression => {
    const branches = [branch()];
    while (eat('|')) branches.push(branch());
    return choiceOf(branches);
  };
  return { choice, isDone: () => at === characters.length };
};

/**
 * The tree of a pattern of the interop profile, `^` + I-Regexp (RFC 9485) + `$`; `undefined` for any other, of which
 * nothing can be proven.
 */
export const readPattern = (pattern: string): Expression | undefined => {
  const [, inside] = /^\^(.*)\$$/su.exec(pattern) ?? [];
  if (inside === undefined) return undefined;
  try {
    const { choice, isDone } = reader(inside);
    const expression = choice();
    // `^a|b$` is anchored at one end of each branch only
    return isDone() && !isOpenChoice(inside) ? expression : undefined;
  } catch (error) {
    if (error instanceof Unread) return undefined;
    throw error;
  }
};

const isOpenChoice = (inside: string): boolean => {
  let depth = 0;
  let isInClass = false;
  for (let at = 0; at < inside.length; at++) {
    const one = inside[at];
    if (one === '\\') at++;
    else if (isInClass) isInClass = one !== ']';
    else if (one === '[') isInClass = true;
    else if (one === '(') depth++;
    else if (one === ')') depth--;
    else if (one === '|' && depth === 0) return true;
  }
  return false;
};
