import type { Canary } from './canary.ts';

/** Which characters of a value a text shows; the first is 0. */
export type Shown = {
  readonly canary: string;
  readonly kind: 'name' | 'phone';
  readonly positions: readonly number[];
  readonly offset: number;
};

const STARS = '*＊●○•×';
const MASKS = `${STARS}xX`;
const MASK = `[${MASKS}]`;
const isMask = (character: string): boolean => MASKS.includes(character);

/** Where something seems to be masked: crosses count only in numbers. */
const SPOT = new RegExp(`[${STARS}]+|(?<=[0-9][ -]?)[xX]{2,}`, 'gu');
/** How far around a spot a masked value may go. */
const AROUND = 24;

/** A mobile with some of its digits masked: eleven characters, whatever stands between its groups. */
const PHONE = new RegExp(
  `(?<![0-9])(?:\\+?86[ -]?)?((?:[0-9]|${MASK}){3}[ -]?(?:[0-9]|${MASK}){4}[ -]?(?:[0-9]|${MASK}){4})(?![0-9*＊])`,
  'gu',
);
const NAME = new RegExp(`[\\p{L}${STARS}]{2,40}`, 'gu');
const LEAST_MASKS = 2;
/** The digits that invented mobiles share tell nobody apart. */
const SHARED_DIGITS = 7;
const MOBILE_DIGITS = 11;

const phonesIn = function* (text: string, canaries: readonly Canary[]): Generator<Shown> {
  for (const match of text.matchAll(PHONE)) {
    const characters = [...(match[1] ?? '').replace(/[ -]/gu, '')];
    const positions = characters.flatMap((character, at) => (isMask(character) ? [] : [at]));
    const masks = characters.length - positions.length;
    if (masks < LEAST_MASKS || positions.length === 0) continue;
    const owners = canaries.filter(({ mobile }) =>
      positions.every((at) => mobile.at(at - MOBILE_DIGITS) === characters[at]),
    );
    const isTelling = positions.some((at) => at >= SHARED_DIGITS);
    for (const { id } of isTelling ? owners : owners.slice(0, 1))
      yield { canary: id, kind: 'phone', positions, offset: match.index };
  }
};

const lettersShown = (run: readonly string[], name: string): readonly number[] => {
  const head = run.slice(0, run.findIndex(isMask));
  const tail = run.slice(run.findLastIndex(isMask) + 1);
  const after = name.length - tail.length;
  const isHers =
    head.length <= after &&
    head.every((letter, at) => name[at] === letter) &&
    tail.every((letter, at) => name[after + at] === letter);
  return isHers ? [...head.map((_, at) => at), ...tail.map((_, at) => after + at)] : [];
};

const namesIn = function* (text: string, canaries: readonly Canary[]): Generator<Shown> {
  for (const match of text.matchAll(NAME)) {
    const run = [...match[0]];
    if (!run.some(isMask) || run.every(isMask)) continue;
    for (const { id, name } of canaries) {
      const positions = lettersShown(run, name);
      if (positions.length > 0) yield { canary: id, kind: 'name', positions, offset: match.index };
    }
  }
};

/** The parts of a text in which something is masked; those that touch are one, so that no value is cut. */
const windowsOf = (text: string): readonly (readonly [from: number, end: number])[] => {
  const windows: [from: number, end: number][] = [];
  for (const { index, 0: masks } of text.matchAll(SPOT)) {
    const last = windows.at(-1);
    const end = index + masks.length + AROUND;
    if (last !== undefined && index - AROUND <= last[1]) last[1] = end;
    else windows.push([Math.max(0, index - AROUND), end]);
  }
  return windows;
};

/** Every masked name and mobile of these people in a text, and which of its characters are to be seen. */
export const shownIn = (text: string, canaries: readonly Canary[]): readonly Shown[] => {
  const found: Shown[] = [];
  for (const [from, end] of windowsOf(text)) {
    const window = text.slice(from, end);
    for (const one of [...phonesIn(window, canaries), ...namesIn(window, canaries)])
      found.push({ ...one, offset: from + one.offset });
  }
  return found;
};

/** What the one masked form of a value shows: the first letter of a name, the last four digits of a mobile. */
export const ALLOWED: Readonly<Record<Shown['kind'], readonly number[]>> = {
  name: [0],
  phone: [7, 8, 9, 10],
};

/** What shows characters of a value that its one form does not show. */
export const beyondOneForm = (shown: readonly Shown[]): readonly Shown[] =>
  shown.filter(({ kind, positions }) => positions.some((at) => !ALLOWED[kind].includes(at)));
