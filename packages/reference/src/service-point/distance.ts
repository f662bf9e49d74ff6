import type { GeoPoint } from '@openwaybill/schemas';
import { type Position, positionOf, type Worked } from './position.ts';

/** Mean radius of the earth R1, in metres (IUGG, GRS 80). */
const EARTH_METRES = 6_371_008.8;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

const squareOfHalfSine = (angle: number): number => Math.sin(angle / 2) ** 2;

/** Great-circle distance by the haversine formula, which does not fail for near points; in whole metres. */
export const metresBetween = (one: Position, other: Position): number => {
  const latitudes = [radians(one.latitude), radians(other.latitude)] as const;
  const chord =
    squareOfHalfSine(latitudes[1] - latitudes[0]) +
    Math.cos(latitudes[0]) *
      Math.cos(latitudes[1]) *
      squareOfHalfSine(radians(other.longitude - one.longitude));
  // antipodes may come out a hair above 1
  return Math.round(2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(chord))));
};

/** Whole metres between two points of whatever systems. */
export const distanceMetres = (one: GeoPoint, other: GeoPoint): Worked<number> => {
  const [from, to] = [positionOf(one), positionOf(other)];
  if (!from.ok) return from;
  return to.ok ? { ok: true, value: metresBetween(from.value, to.value) } : to;
};
