import type { CapacityOffer, Region } from '@openwaybill/schemas';

/** Metres by road between two regions, by their codes; 0 from a region to itself. Distances are whole and never negative. */
export type MetresBetween = (fromCode: string, toCode: string) => number;

/** Where capacity is: a lane as two codes, or an area as many. */
export type Place =
  | { readonly kind: 'lane'; readonly from: string; readonly to: string }
  | { readonly kind: 'area'; readonly codes: readonly string[] };

const codeOf = (region: Region): string =>
  region.regionCode ?? region.subdivisionCode ?? region.countryCode;

/** The place of an offer or a demand, which has a lane or else an area. */
export const placeOf = ({ lane, area }: Pick<CapacityOffer, 'lane' | 'area'>): Place =>
  lane === undefined
    ? { kind: 'area', codes: [...new Set((area ?? []).map(codeOf))].sort() }
    : { kind: 'lane', from: codeOf(lane.from), to: codeOf(lane.to) };

/** Equal places have equal keys. */
export const placeKey = (place: Place): string =>
  place.kind === 'lane' ? `${place.from}>${place.to}` : place.codes.join('+');

const isWithin = (inner: string, outer: string): boolean =>
  inner.startsWith(outer.replace(/(?:00)+$/, ''));

/** Metres of a run, which its vehicle drives empty unless it takes something along. */
export const runMetres = (place: Place, metresBetween: MetresBetween): number =>
  place.kind === 'lane' ? metresBetween(place.from, place.to) : 0;

/**
 * Metres that remain empty when an offered run serves a demand: to where the demand begins, and on from where it ends.
 * `undefined` where it cannot serve it, or would drive as far empty as without.
 */
export const emptyMetres = (
  offered: Place,
  wanted: Place,
  metresBetween: MetresBetween,
): number | undefined => {
  if (offered.kind === 'area' || wanted.kind === 'area')
    return offered.kind === 'area' &&
      wanted.kind === 'area' &&
      wanted.codes.every((inner) => offered.codes.some((outer) => isWithin(inner, outer)))
      ? 0
      : undefined;
  const metres = metresBetween(offered.from, wanted.from) + metresBetween(wanted.to, offered.to);
  return metres === 0 || metres < runMetres(offered, metresBetween) ? metres : undefined;
};
