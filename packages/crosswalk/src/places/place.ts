import type { Context } from '../conversion.ts';
import type { Region } from '../tracking-event.ts';
import { countryOf } from './country-of.ts';

/** Where a source says that a scan was, in whatever of these it knows. */
export type Place = {
  readonly country?: string | undefined;
  readonly state?: string | undefined;
  readonly city?: string | undefined;
  /** Six to twelve digits, with or without `CN` before them. */
  readonly areaCode?: string | undefined;
  /** In words, for `regionOf` of the caller. */
  readonly words?: string | undefined;
};

/** The statistical table of 2023; which one a source uses is nowhere stated (unconfirmed). */
const REGION_CODE_VERSION = 'NBS-2023';

/** `CN` and twelve digits: six, nine and twelve of them are levels, and zero tails are none. */
const ofAreaCode = (areaCode: string, version: string): Region | undefined => {
  const digits = /^(?:CN)?([0-9]{6})([0-9]{6})?$/.exec(areaCode);
  if (digits?.[1] === undefined) return undefined;
  const [, regionCode, tail = '000000'] = digits;
  return {
    countryCode: 'CN',
    regionCode,
    regionCodeVersion: version,
    ...(tail.startsWith('000') ? {} : { townCode: regionCode + tail.slice(0, 3) }),
    ...(tail.endsWith('000') ? {} : { villageCode: regionCode + tail }),
  };
};

const LONGEST_NAME = 30;

/** The region of a place; nothing where the source does not say enough for one. A region is never guessed. */
export const regionOf = (place: Place, context: Context): Region | undefined => {
  const { areaCode, city, state, words } = place;
  const coded =
    areaCode === undefined
      ? undefined
      : ofAreaCode(areaCode, context.regionCodeVersion ?? REGION_CODE_VERSION);
  if (coded !== undefined) return coded;
  const named = words ?? city;
  const found = named === undefined ? undefined : context.regionOf?.(named);
  if (found !== undefined) return found;
  const saysNothing = city === undefined && state === undefined && words === undefined;
  const country = countryOf(place.country ?? (saysNothing ? undefined : context.countryCode));
  // Mainland China needs a region code, and a name alone is none.
  if (country === undefined || country === 'CN') return undefined;
  return {
    countryCode: country,
    ...(state !== undefined && /^[A-Z0-9]{1,3}$/.test(state)
      ? { subdivisionCode: `${country}-${state}` }
      : {}),
    ...(city === undefined ? {} : { cityName: [...city].slice(0, LONGEST_NAME).join('') }),
  };
};
