import type { GeoPoint } from '@openwaybill/schemas';
import type { Issue } from '@openwaybill/validate';
import loaded from 'gcoord';

// its declarations are those of an ES module, and say that its object is one level deeper than it is
const gcoord = loaded as unknown as typeof loaded.default;

/** A place on the one system that distances are measured in, in degrees. */
export type Position = { readonly longitude: number; readonly latitude: number };

/** A value, or why there is none. */
export type Worked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly Issue[] };

const SYSTEMS = {
  WGS84: gcoord.WGS84,
  GCJ02: gcoord.GCJ02,
  BD09: gcoord.BD09,
} as const satisfies Record<GeoPoint['crs'], unknown>;

const MICRO = 1_000_000;

/**
 * Where a point lies in WGS 84. A point whose system is not told is refused: between the three systems of Chinese maps
 * lie several hundred metres, and no number betrays its system.
 */
export const positionOf = ({
  longitudeMicrodegrees,
  latitudeMicrodegrees,
  crs,
}: Partial<GeoPoint>): Worked<Position> => {
  const system = crs !== undefined && Object.hasOwn(SYSTEMS, crs) ? SYSTEMS[crs] : undefined;
  if (system === undefined)
    return { ok: false, issues: [{ pointer: '/crs', rule: 'SVP-001', params: {} }] };
  const isWhole = (value: number | undefined): value is number => Number.isSafeInteger(value);
  if (!isWhole(longitudeMicrodegrees) || !isWhole(latitudeMicrodegrees))
    return { ok: false, issues: [{ pointer: '', rule: 'type', params: {} }] };
  const [longitude, latitude] = gcoord.transform(
    [longitudeMicrodegrees / MICRO, latitudeMicrodegrees / MICRO],
    system,
    gcoord.WGS84,
  );
  return { ok: true, value: { longitude, latitude } };
};

/** A point of another system, in whole millionths of a degree as the wire has it. */
export const convertPoint = (point: GeoPoint, crs: GeoPoint['crs']): Worked<GeoPoint> => {
  const from = positionOf(point);
  if (!from.ok || point.crs === crs) return from.ok ? { ok: true, value: point } : from;
  const [longitude, latitude] = gcoord.transform(
    [point.longitudeMicrodegrees / MICRO, point.latitudeMicrodegrees / MICRO],
    SYSTEMS[point.crs],
    SYSTEMS[crs],
  );
  return {
    ok: true,
    value: {
      ...point,
      longitudeMicrodegrees: Math.round(longitude * MICRO),
      latitudeMicrodegrees: Math.round(latitude * MICRO),
      crs,
    },
  };
};
