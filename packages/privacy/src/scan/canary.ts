import { residentId } from '@openwaybill/validate/light';
import { FICTION_MOBILE_PREFIX } from '../fiction/fiction-set.ts';

/** An invented person whose every value occurs nowhere else, so that wherever one is found, it came from here. */
export type Canary = {
  /** What findings call the person. */
  readonly id: string;
  readonly name: string;
  readonly mobile: string;
  readonly road: string;
  readonly building: string;
  readonly unitRoom: string;
  /** Of a region that does not exist, with a right check digit. */
  readonly idNumber: string;
  /** Stands in a remark or a note, and must never come back where notes do not belong. */
  readonly note: string;
  /** Stands in the title of an item, and must never come back where goods are not named. */
  readonly title: string;
};

/** Characters that no name, road or text of the standard has. */
export const RARE_CHARACTERS = [
  ...'齉龘靐龖龗龞龡龢龣龤龥鱻麤爨癵驫鸜鸝麣麢',
  ...'齾齼鼟鼞鼜鼛齈齆齇黰黱黲黵黶黷黸鸑鸒鸓鸔鸕鸖鸗鸘',
  ...'鼺鼷鼶鼵鼳鼲鼱鼰鼯鼮鼭鼫鼪鼩鼨鼧鼦鼥鼤鼣',
] as const;

/**
 * How the last four digits begin in examples and vectors of the standard. No canary is so near to them: base64 loses
 * half of the last digit.
 */
const TAKEN = ['000', '098', '800', '932'];

/** What a person is drawn from; which one is whose follows from the run. */
const PAIRS = RARE_CHARACTERS.flatMap((one) =>
  RARE_CHARACTERS.flatMap((other) => (one === other ? [] : [one + other])),
);
const DIGITS = Array.from({ length: 10_000 }, (_, at) => String(at).padStart(4, '0')).filter(
  (four) => !TAKEN.some((three) => four.startsWith(three)),
);
const IDS = Array.from({ length: 1000 }, (_, at) => at);

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const PAIRS_EACH = 4;

const shuffled = <T>(random: () => number, items: readonly T[]): readonly T[] => {
  const all = [...items];
  for (let at = all.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [all[at], all[other]] = [all[other] as T, all[at] as T];
  }
  return all;
};

const CHECK_CHARACTERS = '0123456789X';

/** A number of the resident identity card (GB 11643) of region 99, which no place has. */
const idNumberOf = (number: number): string => {
  const day = 1 + (number % 28);
  const born = `${1950 + (Math.floor(number / 28) % 50)}${String(1 + (number % 12)).padStart(2, '0')}${String(day).padStart(2, '0')}`;
  const body = `990000${born}${String(number % 1000).padStart(3, '0')}`;
  const found = [...CHECK_CHARACTERS].find((digit) => residentId.isValid(body + digit));
  if (found === undefined) throw new Error('every body of an identity number has a check digit');
  return body + found;
};

/** All canaries that one seed gives, by their number: the same person for the same seed and number. */
export type Corpus = {
  readonly size: number;
  readonly canary: (number: number) => Canary;
};

/** The corpus of a run. `random` answers numbers from 0 up to 1; a seeded one gives the same people again. */
export const corpusOf = (random: () => number): Corpus => {
  const pairs = shuffled(random, PAIRS);
  const digits = shuffled(random, DIGITS);
  const ids = shuffled(random, IDS);
  const size = Math.min(Math.floor(pairs.length / PAIRS_EACH), ids.length);
  const salt = Math.floor(random() * LETTERS.length ** 4);
  const word = (number: number): string => {
    let left = salt * size + number;
    return Array.from({ length: 9 }, () => {
      const letter = LETTERS.charAt(left % LETTERS.length);
      left = Math.floor(left / LETTERS.length);
      return letter;
    }).join('');
  };
  return {
    size,
    canary: (number) => {
      const pair = (place: number): string => pairs[number * PAIRS_EACH + place] ?? '';
      const id = ids[number];
      if (id === undefined || number >= size)
        throw new Error(`a run has ${size} canaries, and no more`);
      const surname = RARE_CHARACTERS[number % RARE_CHARACTERS.length] ?? '';
      return {
        id: `canary-${number}`,
        name: surname + pair(0),
        mobile: FICTION_MOBILE_PREFIX + digits[number],
        road: `${pair(1)}路${1 + (number % 199)}号`,
        building: `${pair(2)}大厦`,
        unitRoom: `${pair(3)}座${1 + (number % 4)}单元${101 + (number % 800)}室`,
        idNumber: idNumberOf(id),
        note: `note-${word(number)}`,
        title: `title-${word(number)}`,
      };
    },
  };
};
