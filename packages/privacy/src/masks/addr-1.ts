import type { AddressMasked } from '@openwaybill/schemas';
import { hasUnitNumber, looksMasked, prepare } from '@openwaybill/validate';
import { TAIL } from './hidden.ts';

/** How much of an address may be shown, least first. There is no cap that shows a unit or a room. */
export const ADDRESS_CAPS = ['NONE', 'PROVINCE', 'CITY', 'DISTRICT', 'TOWN', 'BUILDING'] as const;
export type AddressCap = (typeof ADDRESS_CAPS)[number];

/** What the rendered text of a masked address looks like. */
export const ADDR_1 = '^[^*]{0,200}\\*{4}$';
const RENDERED_CHARACTERS = 200;

type Region = {
  readonly regionCode?: string;
  readonly regionCodeVersion?: string;
  readonly provinceName?: string;
  readonly cityName?: string;
  readonly districtName?: string;
  readonly townName?: string;
};

/** What `addr-1` reads of an address; the rest of it is never looked at. */
export type MaskableAddress = {
  readonly region: Region;
  readonly road?: string;
  readonly building?: string;
  readonly structured: boolean;
};

/** The levels that may be shown, in order, each with the cap that lets it through. */
const LEVELS = [
  ['provinceName', 'PROVINCE'],
  ['cityName', 'CITY'],
  ['districtName', 'DISTRICT'],
  ['townName', 'TOWN'],
  ['road', 'BUILDING'],
  ['building', 'BUILDING'],
] as const satisfies readonly (readonly [string, AddressCap])[];

/** The levels of an address that a masked form may show, in order. */
export const ADDRESS_LEVELS = LEVELS.map(([level]) => level);

const rank = (cap: AddressCap): number => ADDRESS_CAPS.indexOf(cap);

/** Below the town, only what a producer has vouched for as structured, and only without a unit in it. */
const capFor = (address: MaskableAddress, cap: AddressCap): AddressCap => {
  const vouched =
    address.structured === true &&
    !hasUnitNumber(address.road ?? '') &&
    !hasUnitNumber(address.building ?? '');
  return rank(cap) > rank('TOWN') && !vouched ? 'TOWN' : cap;
};

/** GB/T 2260: two digits of province, two of city, two of district. */
const codeDigits = (cap: AddressCap): number => 2 * Math.min(3, rank(cap));

/**
 * Cuts a structured address at a cap; free text is never parsed to find the room. The tail is always there, so that
 * the presence of more detail is not told.
 */
export const addr1 = (address: MaskableAddress, cap: AddressCap): AddressMasked => {
  const { regionCode, regionCodeVersion, ...names } = address.region;
  const given = { ...names, road: address.road, building: address.building };
  const allowed = capFor(address, cap);
  const taken = LEVELS.filter(([, needs]) => rank(needs) <= rank(allowed))
    .map(([level]) => [level, prepare(given[level] ?? '', 'NFC')] as const)
    .filter(([, text]) => text !== '');
  if (taken.length === 0 || taken.some(([, text]) => looksMasked(text))) return { tail: TAIL };
  return {
    ...Object.fromEntries(taken),
    ...(regionCode === undefined || regionCodeVersion === undefined
      ? {}
      : { regionCode: regionCode.slice(0, codeDigits(allowed)).padEnd(6, '0'), regionCodeVersion }),
    tail: TAIL,
  };
};

/** The text of a masked address for a label or a screen; a level equal to the one before it stands once. */
export const renderAddress = (masked: AddressMasked): string => {
  const levels = LEVELS.map(([level]) => masked[level] ?? '')
    .filter((text) => text !== '')
    .filter((text, at, all) => text !== all[at - 1]);
  if (levels.some(looksMasked)) return TAIL;
  while ([...levels.join('')].length > RENDERED_CHARACTERS) levels.pop();
  return levels.join('') + TAIL;
};
