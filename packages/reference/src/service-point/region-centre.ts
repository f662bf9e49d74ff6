import type { Region } from '@openwaybill/schemas';
import type { Place } from './nearest.ts';
import { type Position, positionOf, type Worked } from './position.ts';

/** The digits of a division code that say something: a province has two, a city four, a district six. */
const stem = (code: string): string => code.replace(/(?:00)+$/, '');

/** Whether a region is the one of the code or lies inside of it. */
export const isWithin = (region: Region, regionCode: string): boolean =>
  region.regionCode?.startsWith(stem(regionCode)) === true;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const degrees = (angle: number): number => (angle * 180) / Math.PI;

/**
 * The centre of a region as its public places show it: the mean of their directions from the centre of the earth, so
 * that the line of 180 degrees is no edge. A region without a place has none.
 */
export const centreOf = (regionCode: string, places: readonly Place[]): Worked<Position> => {
  let [x, y, z] = [0, 0, 0];
  for (const { address, geo } of places) {
    if (!isWithin(address.region, regionCode)) continue;
    const at = positionOf(geo);
    if (!at.ok) return at;
    const [longitude, latitude] = [radians(at.value.longitude), radians(at.value.latitude)];
    x += Math.cos(latitude) * Math.cos(longitude);
    y += Math.cos(latitude) * Math.sin(longitude);
    z += Math.sin(latitude);
  }
  const across = Math.hypot(x, y);
  if (across === 0 && z === 0)
    return { ok: false, issues: [{ pointer: '/regionCode', rule: 'region-empty', params: {} }] };
  return {
    ok: true,
    value: { longitude: degrees(Math.atan2(y, x)), latitude: degrees(Math.atan2(z, across)) },
  };
};
