import type { GeoPoint } from '@openwaybill/schemas';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { convertPoint, distanceMetres, positionOf } from '../../src/service-point/index.ts';

const point = (longitude: number, latitude: number, crs: GeoPoint['crs']): GeoPoint => ({
  longitudeMicrodegrees: Math.round(longitude * 1e6),
  latitudeMicrodegrees: Math.round(latitude * 1e6),
  crs,
});

/** Known answers of the library coordtransform for one pair of numbers (116.404, 39.915). */
const SQUARE = { longitude: 116.404, latitude: 39.915 };
const VECTORS = [
  ['WGS84', 'GCJ02', 116.410244, 39.916404],
  ['BD09', 'GCJ02', 116.397627, 39.908657],
  ['GCJ02', 'BD09', 116.410369, 39.921337],
] as const;

describe('conversion', () => {
  test.each(VECTORS)('%s to %s gives the known answer', (from, to, longitude, latitude) => {
    const got = convertPoint(point(SQUARE.longitude, SQUARE.latitude, from), to);
    expect(got).toEqual({ ok: true, value: point(longitude, latitude, to) });
  });

  test('a point in its own system is left as it is', () => {
    const given = { ...point(121.6, 38.9, 'BD09'), accuracyMetres: 7 };
    expect(convertPoint(given, 'BD09')).toEqual({ ok: true, value: given });
  });

  test('out of China the systems do not differ', () => {
    const tokyo = point(139.7671, 35.6812, 'GCJ02');
    expect(positionOf(tokyo)).toEqual(positionOf({ ...tokyo, crs: 'WGS84' }));
  });
});

describe('a point without a usable system', () => {
  test.each([
    ['no system', undefined],
    ['a system of no list', 'CGCS2000'],
    ['a name of an object', 'toString'],
  ])('%s is refused and never guessed', (_title, crs) => {
    const given = { ...point(121.6, 38.9, 'GCJ02'), crs } as unknown as GeoPoint;
    const want = { ok: false, issues: [{ pointer: '/crs', rule: 'SVP-001', params: {} }] };
    expect(positionOf(given)).toEqual(want);
    expect(convertPoint(given, 'WGS84')).toEqual(want);
    expect(distanceMetres(point(121.6, 38.9, 'GCJ02'), given)).toEqual(want);
    expect(distanceMetres(given, point(121.6, 38.9, 'GCJ02'))).toEqual(want);
  });

  test.each([
    ['a fraction of a microdegree', { longitudeMicrodegrees: 121_600_000.5 }],
    ['no longitude', { longitudeMicrodegrees: undefined }],
    ['no number', { latitudeMicrodegrees: Number.NaN }],
  ])('%s is refused', (_title, fault) => {
    const given = { ...point(121.6, 38.9, 'GCJ02'), ...fault } as unknown as GeoPoint;
    expect(positionOf(given)).toMatchObject({ ok: false, issues: [{ rule: 'type' }] });
  });
});

describe('distance', () => {
  test.each([
    ['a degree of a meridian', point(0, 0, 'WGS84'), point(0, 1, 'WGS84'), 111_195],
    ['over the line of 180 degrees', point(179.5, 0, 'WGS84'), point(-179.5, 0, 'WGS84'), 111_195],
    ['pole to pole', point(0, 90, 'WGS84'), point(0, -90, 'WGS84'), 20_015_114],
    ['one millionth of a degree', point(0, 0, 'WGS84'), point(0, 0.000001, 'WGS84'), 0],
  ])('%s', (_title, one, other, want) => {
    expect(distanceMetres(one, other)).toEqual({ ok: true, value: want });
  });

  test('the same numbers in two systems are hundreds of metres apart', () => {
    const got = distanceMetres(
      point(121.6439, 38.9206, 'GCJ02'),
      point(121.6439, 38.9206, 'WGS84'),
    );
    expect(got).toMatchObject({ ok: true, value: expect.any(Number) });
    expect(got.ok && got.value).toBeGreaterThan(300);
    expect(got.ok && got.value).toBeLessThan(700);
  });
});

const systems = fc.constantFrom<GeoPoint['crs']>('WGS84', 'GCJ02', 'BD09');

/** Well inside of the rectangle in which the systems differ. */
const inChina = fc.record({
  longitudeMicrodegrees: fc.integer({ min: 80_000_000, max: 130_000_000 }),
  latitudeMicrodegrees: fc.integer({ min: 20_000_000, max: 50_000_000 }),
  crs: systems,
});

describe('of any points in China', () => {
  test('there and back is less than a metre away', () => {
    fc.assert(
      fc.property(inChina, systems, (given, crs) => {
        const there = convertPoint(given, crs);
        const back = there.ok ? convertPoint(there.value, given.crs) : there;
        const apart = back.ok ? distanceMetres(given, back.value) : back;
        expect(apart.ok && apart.value <= 1).toBe(true);
      }),
    );
  });

  test('a conversion gives whole numbers and the same place', () => {
    fc.assert(
      fc.property(inChina, systems, (given, crs) => {
        const there = convertPoint(given, crs);
        if (!there.ok) throw new Error('a point with a system was refused');
        expect(there.value.crs).toBe(crs);
        expect(Number.isSafeInteger(there.value.longitudeMicrodegrees)).toBe(true);
        const apart = distanceMetres(given, there.value);
        expect(apart.ok && apart.value <= 1).toBe(true);
      }),
    );
  });

  test('distance is symmetric, whole, and none to itself', () => {
    fc.assert(
      fc.property(inChina, inChina, (one, other) => {
        const there = distanceMetres(one, other);
        expect(there).toEqual(distanceMetres(other, one));
        expect(there.ok && Number.isSafeInteger(there.value) && there.value >= 0).toBe(true);
        expect(distanceMetres(one, one)).toEqual({ ok: true, value: 0 });
      }),
    );
  });

  test('no detour is shorter', () => {
    fc.assert(
      fc.property(inChina, inChina, inChina, (a, b, c) => {
        const [ab, bc, ac] = [distanceMetres(a, b), distanceMetres(b, c), distanceMetres(a, c)];
        // each of the three is rounded
        expect(ab.ok && bc.ok && ac.ok && ac.value <= ab.value + bc.value + 2).toBe(true);
      }),
    );
  });
});
