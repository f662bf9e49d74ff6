import { ESTATES, FICTION_MOBILE_PREFIX, GIVEN_NAMES, ROADS, SURNAMES } from './fiction-set.ts';

/** An invented person with the levels of an address below the town; unit and room are always apart. */
export type InventedPerson = {
  readonly name: string;
  readonly mobile: string;
  readonly road: string;
  readonly building: string;
  readonly unitRoom: string;
};

/** A whole number from 0 up to, and without, `below`. */
const whole = (random: () => number, below: number): number => Math.floor(random() * below);

const oneOf = (random: () => number, all: readonly [string, ...string[]]): string =>
  all[whole(random, all.length)] ?? all[0];

/** Draws a name: a surname and a given name that nobody was given. */
export const inventName = (random: () => number): string =>
  oneOf(random, SURNAMES) + oneOf(random, GIVEN_NAMES);

/** Draws a mobile of the range that is used for fiction. */
export const inventMobile = (random: () => number): string =>
  FICTION_MOBILE_PREFIX + String(whole(random, 10_000)).padStart(4, '0');

/** Draws a person. `random` answers numbers from 0 up to 1; a seeded one draws the same person again. */
export const inventPerson = (random: () => number): InventedPerson => ({
  name: inventName(random),
  mobile: inventMobile(random),
  road: `${oneOf(random, ROADS)}${1 + whole(random, 199)}号`,
  building: `${oneOf(random, ESTATES)}${1 + whole(random, 29)}幢`,
  unitRoom: `${1 + whole(random, 4)}单元${1 + whole(random, 32)}0${1 + whole(random, 4)}室`,
});
