import type { GeoPoint, OpeningHours } from '@openwaybill/schemas';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  centreOf,
  convertPoint,
  isOpenAt,
  isWithin,
  isWithinHours,
  nearest,
  serves,
} from '../../src/service-point/index.ts';

const region = (regionCode: string) => ({
  countryCode: 'CN',
  regionCode,
  regionCodeVersion: 'NBS-2023',
});

const place = (
  name: string,
  regionCode: string,
  latitude: number,
  crs: GeoPoint['crs'] = 'WGS84',
) => ({
  name,
  address: { region: region(regionCode), line: '虚构路 1 号' },
  geo: {
    longitudeMicrodegrees: 121_600_000,
    latitudeMicrodegrees: Math.round(latitude * 1e6),
    crs,
  },
});

const south = place('south', '210202', 38.9);
const middle = place('middle', '210202', 38.91);
const north = place('north', '210213', 39.1);
const all = [north, south, middle];

describe('regions', () => {
  test.each([
    ['a district is in itself', '210202', '210202', true],
    ['a district is in its city', '210202', '210200', true],
    ['a district is in its province', '210202', '210000', true],
    ['a city is not in its district', '210200', '210202', false],
    ['a district is not in its neighbour', '210202', '210213', false],
    ['a city of another province', '110100', '210000', false],
  ])('%s', (_title, given, wanted, want) => expect(isWithin(region(given), wanted)).toBe(want));

  test('a place abroad is in no division', () => {
    expect(isWithin({ countryCode: 'JP', subdivisionCode: 'JP-13' }, '210000')).toBe(false);
  });

  test('the centre lies between the places of the region', () => {
    const got = centreOf('210202', all);
    expect(got.ok && got.value.longitude).toBeCloseTo(121.6, 6);
    expect(got.ok && got.value.latitude).toBeCloseTo(38.905, 6);
  });

  test('a region without a place has no centre', () => {
    expect(centreOf('110000', all)).toEqual({
      ok: false,
      issues: [{ pointer: '/regionCode', rule: 'region-empty', params: {} }],
    });
  });
});

const namesOf = (found: ReturnType<typeof nearest<typeof south>>) =>
  found.ok ? found.value.map((one) => one.place.name) : found.issues;

describe('search by distance', () => {
  test.each([
    ['from a public place', { geo: south.geo }, undefined, ['south', 'middle', 'north']],
    [
      'from the centre of a region',
      { regionCode: '210213' },
      undefined,
      ['north', 'middle', 'south'],
    ],
    ['not farther than asked', { geo: south.geo }, 1500, ['south', 'middle']],
    ['exactly as far as asked', { geo: south.geo }, 1112, ['south', 'middle']],
    ['a metre less', { geo: south.geo }, 1111, ['south']],
  ])('%s', (_title, origin, withinMetres, want) => {
    expect(namesOf(nearest(all, origin, withinMetres))).toEqual(want);
  });

  test('distances are whole metres', () => {
    const got = nearest(all, { geo: south.geo });
    expect(got.ok && got.value.map((one) => one.distanceMetres)).toEqual([0, 1112, 22_239]);
  });

  test('of places that are equally far, the order stays', () => {
    const twin = { ...middle, name: 'twin' };
    expect(namesOf(nearest([middle, twin, south], { geo: south.geo }))).toEqual([
      'south',
      'middle',
      'twin',
    ]);
  });

  test('the system of a place does not change its rank', () => {
    const translated = all.map((one, index) => {
      const geo = convertPoint(
        one.geo,
        (['GCJ02', 'BD09', 'WGS84'] as const)[index % 3] ?? 'WGS84',
      );
      if (!geo.ok) throw new Error('a point with a system was refused');
      return { ...one, geo: geo.value };
    });
    expect(namesOf(nearest(translated, { geo: south.geo }))).toEqual(['south', 'middle', 'north']);
  });

  test('a place without a system is pointed to and none is answered', () => {
    const { crs: _, ...unclear } = middle.geo;
    const given = [south, { ...middle, geo: unclear as GeoPoint }];
    const want = { ok: false, issues: [{ pointer: '/1/geo/crs', rule: 'SVP-001', params: {} }] };
    expect(nearest(given, { geo: south.geo })).toEqual(want);
    expect(nearest([south], { geo: unclear as GeoPoint })).toMatchObject({ ok: false });
    expect(nearest(given, { regionCode: '210202' })).toMatchObject({ ok: false });
  });

  test('every answer is sorted, within reach and part of what was given', () => {
    const places = fc.array(
      fc
        .record({
          longitudeMicrodegrees: fc.integer({ min: -180_000_000, max: 180_000_000 }),
          latitudeMicrodegrees: fc.integer({ min: -90_000_000, max: 90_000_000 }),
          crs: fc.constantFrom<GeoPoint['crs']>('WGS84', 'GCJ02', 'BD09'),
        })
        .map((geo) => ({ ...south, geo })),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(places, fc.integer({ min: 0, max: 20_100_000 }), (given, reach) => {
        const got = nearest(given, { geo: south.geo }, reach);
        if (!got.ok) throw new Error('places with a system were refused');
        const distances = got.value.map((one) => one.distanceMetres);
        expect(distances).toEqual([...distances].sort((a, b) => a - b));
        expect(distances.every((one) => one <= reach)).toBe(true);
        expect(got.value.every((one) => given.includes(one.place))).toBe(true);
        const whole = nearest(given, { geo: south.geo });
        expect(whole.ok && whole.value.length).toBe(given.length);
      }),
    );
  });
});

const mornings: readonly OpeningHours[] = [
  { weekday: 1, opensAt: '08:30', closesAt: '12:00' },
  { weekday: 7, opensAt: '22:00', closesAt: '24:00' },
];

describe('opening hours', () => {
  test.each([
    ['the first minute', '2026-11-23T08:30:00+08:00', true],
    ['the minute before', '2026-11-23T08:29:59+08:00', false],
    ['the last second', '2026-11-23T11:59:59+08:00', true],
    ['the closing minute', '2026-11-23T12:00:00+08:00', false],
    ['the same instant told from Greenwich', '2026-11-23T00:30:00Z', true],
    ['a Tuesday', '2026-11-24T09:00:00+08:00', false],
    ['the last second of a Sunday', '2026-11-22T23:59:59+08:00', true],
    ['the first of the Monday after', '2026-11-23T00:00:00+08:00', false],
    ['a Monday before 1970', '1969-12-29T09:00:00+08:00', true],
  ])('%s', (_title, at, want) => expect(isWithinHours(mornings, at)).toBe(want));

  test('no hours at all are all hours', () => {
    expect(isWithinHours([], '2026-11-24T03:00:00+08:00')).toBe(true);
  });

  test.each(['SUSPENDED', 'CLOSED'] as const)('a point that is %s is never open', (status) => {
    expect(isOpenAt({ status, openingHours: [] }, '2026-11-23T09:00:00+08:00')).toBe(false);
  });

  test('a week later is the same', () => {
    const instants = fc.date({
      min: new Date('2000-01-01T00:00:00Z'),
      max: new Date('2100-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, (at) => {
        const later = new Date(at.getTime() + 7 * 86_400_000);
        expect(isWithinHours(mornings, at.toISOString())).toBe(
          isWithinHours(mornings, later.toISOString()),
        );
      }),
    );
  });
});

describe('what a point can do', () => {
  const point = {
    capabilities: ['DROP_OFF', 'RETURN'] as const,
    carrierCodes: ['ZZ'] as const,
    status: 'OPEN' as const,
    openingHours: [...mornings],
  };
  test.each([
    ['nothing is asked', {}, true],
    ['one of its capabilities', { capabilities: ['RETURN'] }, true],
    ['all of its capabilities', { capabilities: ['RETURN', 'DROP_OFF'] }, true],
    ['one that it lacks among them', { capabilities: ['RETURN', 'COLD_BOX'] }, false],
    ['a code of the future', { capabilities: ['X_FUTURE'] }, false],
    ['its courier', { carrierCode: 'ZZ' }, true],
    ['another courier', { carrierCode: 'SF' }, false],
    ['while it is open', { openAt: '2026-11-23T09:00:00+08:00' }, true],
    ['while it is shut', { openAt: '2026-11-23T13:00:00+08:00' }, false],
  ])('%s', (_title, wanted, want) => {
    const given = {
      ...point,
      capabilities: [...point.capabilities],
      carrierCodes: [...point.carrierCodes],
    };
    expect(serves(given, wanted)).toBe(want);
  });
});
