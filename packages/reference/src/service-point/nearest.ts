import type { GeoPoint, PublicAddress } from '@openwaybill/schemas';
import { metresBetween } from './distance.ts';
import { type Position, positionOf, type Worked } from './position.ts';
import { centreOf } from './region-centre.ts';

/** A service point, a locker, or any other public place. */
export type Place = { readonly address: PublicAddress; readonly geo: GeoPoint };

/** Where a search begins: a region, or a public place. The position of a person is neither. */
export type Origin = { readonly regionCode: string } | { readonly geo: GeoPoint };

export type Near<P extends Place> = { readonly place: P; readonly distanceMetres: number };

const startOf = (origin: Origin, places: readonly Place[]): Worked<Position> =>
  'regionCode' in origin ? centreOf(origin.regionCode, places) : positionOf(origin.geo);

/**
 * Places by their distance from the origin, nearest first; of equal distances, in the order given. One place whose
 * system is missing spoils the whole answer, since it cannot be said where it stands in the order.
 */
export const nearest = <P extends Place>(
  places: readonly P[],
  origin: Origin,
  withinMetres: number = Number.POSITIVE_INFINITY,
): Worked<readonly Near<P>[]> => {
  const start = startOf(origin, places);
  if (!start.ok) return start;
  const near: Near<P>[] = [];
  for (const [index, place] of places.entries()) {
    const at = positionOf(place.geo);
    if (!at.ok)
      return {
        ok: false,
        issues: at.issues.map((issue) => ({
          ...issue,
          pointer: `/${index}/geo${issue.pointer}`,
        })),
      };
    const distanceMetres = metresBetween(start.value, at.value);
    if (distanceMetres <= withinMetres) near.push({ place, distanceMetres });
  }
  return { ok: true, value: near.sort((a, b) => a.distanceMetres - b.distanceMetres) };
};
