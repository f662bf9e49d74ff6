import { readdirSync, readFileSync } from 'node:fs';
import { fold, registry } from '@openwaybill/schemas';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../src/engine/invent.ts';
import { findParcel } from '../../src/parcels/stored-parcel.ts';
import { readScenario } from '../../src/world/read-scenario.ts';
import type { Scenario } from '../../src/world/scenario.ts';
import {
  creation,
  DAY,
  type Got,
  PLATFORM,
  ship,
  submission,
  testCourier,
} from '../mock-courier.ts';

const FOLDER = new URL('../../../../seeds/scenarios/', import.meta.url);
const scenarios: readonly Scenario[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((name) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')));

/** Scenarios in which the courier speaks a later minor. */
const LATER = new Set(['90', '91', '92', '93']);

/** What the courier refuses of what a scenario's platform asks for. */
const REFUSED: Readonly<Record<string, readonly string[]>> = { '09': ['cancel-order'] };

/** Orders of arrival that have nothing to do with time, each by a seed of its own. */
const shuffled = <T>(events: readonly T[], seed: number): readonly T[] => {
  const random = seededRandom(seed);
  return events
    .map((event) => ({ event, place: Buffer.from(random(4)).readUInt32BE() }))
    .sort((a, b) => a.place - b.place)
    .map(({ event }) => event);
};
const SEEDS = Array.from({ length: 20 }, (_, seed) => seed);

/** What the platform reads at the end; of what was erased, nothing. */
const shown = ({ status, body }: Got): string => (status === 404 ? 'ERASED' : body.status);

test('there is a file for every row of the table', () => {
  const numbers = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, at) => String(from + at).padStart(2, '0'));
  expect(scenarios.map(({ id }) => id)).toEqual([...numbers(1, 20), ...numbers(90, 99)]);
});

describe.each(scenarios.map((scenario) => [scenario.id, scenario] as const))(
  '%s',
  (id, scenario) => {
    const { steps, others = [], ends } = scenario;

    test('is as its form and the lifecycle want it', () => {
      expect(readScenario(scenario, registry)).toEqual({ ok: true, scenario });
    });

    test('runs to its end by time alone', async () => {
      const courier = await testCourier({ movement: 'SCENARIO', world: { scenarios } });
      const packageIds = ['P1', ...others.map((_, at) => `P${at + 2}`)];
      await ship(courier, `MOCK-${id}-1`, packageIds);
      // an answer that was lost is asked for again, and tells of the same parcel
      const again = await courier.call('POST', '/waybills', creation(`MOCK-${id}-1`));
      const { waybillNo } = again.body;
      expect(waybillNo).toMatch(new RegExp(`^ZZ${id}`));
      expect(courier.mock.system.disturbances.list(PLATFORM)).toHaveLength(
        scenario.disturbances?.length ?? 0,
      );
      await courier.advance(60 * DAY);
      courier.mock.system.disturbances.remove(PLATFORM);
      const parcel = await courier.call('GET', `/parcels/ZZ/${waybillNo}`);
      const order = await courier.call('GET', `/orders/MOCK-${id}-1`);
      expect({ parcel: shown(parcel), order: shown(order) }).toEqual({
        parcel: ends.parcel,
        order: ends.order,
      });
      expect(courier.defects).toEqual([]);
      // what a later minor adds is no fault
      if (!LATER.has(id)) expect(courier.faults).toEqual([]);
      if (parcel.status === 404) return;
      expect(parcel.body.anomalyCount).toBe(ends.anomalyCount ?? 0);
      const log = await courier.mock.control.log();
      const refused = log.filter(({ outcome }) => (outcome?.status ?? 0) >= 400);
      expect(refused.map(({ operation }) => operation)).toEqual(REFUSED[id] ?? []);
      const scans = steps.filter((step) => 'code' in step && step.with?.repeats === undefined);
      expect(parcel.body.eventCount).toBeGreaterThanOrEqual(scans.length);
      const stored = await courier.mock.system.transact(PLATFORM, (unit) =>
        findParcel(unit, waybillNo ?? ''),
      );
      const events = stored?.events ?? [];
      for (const arrived of [events.toReversed(), ...SEEDS.map((seed) => shuffled(events, seed))])
        expect(fold(arrived).status).toBe(ends.parcel);
    });
  },
);

test('a page of 200 is full, and texts are as long as they may be', async () => {
  const courier = await testCourier({ movement: 'SCENARIO', world: { scenarios } });
  await courier.call('POST', '/orders', submission('MOCK-95-1'));
  const { waybillNo } = (await courier.call('POST', '/waybills', creation('MOCK-95-1'))).body;
  await courier.advance(2 * DAY);
  const { items, nextCursor } = (
    await courier.call('GET', `/parcels/ZZ/${waybillNo}/events?limit=200`)
  ).body;
  expect([items.length, nextCursor]).toEqual([200, undefined]);
  const lengthOf = (text: string): number => [...text].length;
  const { text, location } = items.at(-1);
  const { region, facilityName } = location;
  const { provinceName, cityName, districtName, townName, villageCode } = region;
  expect(
    [text, facilityName, provinceName, cityName, districtName, townName].map(lengthOf),
  ).toEqual([300, 60, 30, 30, 30, 30]);
  expect(villageCode).toMatch(/^[0-9]{12}$/);
  expect(courier.faults).toEqual([]);
});

test('nothing moves where movement is off', async () => {
  const courier = await testCourier({ world: { scenarios } });
  await courier.call('POST', '/orders', submission());
  const { waybillNo } = (await courier.call('POST', '/waybills', creation())).body;
  await courier.advance(DAY);
  const parcel = (await courier.call('GET', `/parcels/ZZ/${waybillNo}`)).body;
  expect(parcel).toMatchObject({ status: 'CREATED', eventCount: 0, revision: 1 });
});

test('a cancelled parcel goes nowhere', async () => {
  const courier = await testCourier({ movement: 'SCENARIO', world: { scenarios } });
  await courier.call('POST', '/orders', submission());
  const { waybillNo } = (await courier.call('POST', '/waybills', creation())).body;
  await courier.call('POST', `/waybills/${waybillNo}/cancel`, { reason: 'OTHER' });
  await courier.advance(DAY);
  const parcel = (await courier.call('GET', `/parcels/ZZ/${waybillNo}`)).body;
  expect(parcel).toMatchObject({ status: 'CANCELLED', anomalyCount: 0 });
});

test('an intercepted parcel leaves its scenario and goes back', async () => {
  const courier = await testCourier({ movement: 'SCENARIO', world: { scenarios } });
  await courier.call('POST', '/orders', submission());
  const { waybillNo } = (await courier.call('POST', '/waybills', creation())).body;
  await courier.advance(DAY / 2);
  const intercept = await courier.call('POST', `/waybills/${waybillNo}/intercept`, {
    interceptType: 'RETURN_TO_SENDER',
    payer: 'SENDER',
    reason: 'BUYER_CANCELLED',
  });
  expect(intercept.status).toBe(202);
  await courier.advance(5 * DAY);
  const parcel = (await courier.call('GET', `/parcels/ZZ/${waybillNo}`)).body;
  expect(parcel).toMatchObject({ status: 'RETURNED', leg: 'RETURN', anomalyCount: 0 });
  expect((await courier.call('GET', '/orders/SO-1')).body.status).toBe('RETURNED');
});

test('a parcel that changes its address shows the new reference', async () => {
  const courier = await testCourier({ movement: 'SCENARIO', world: { scenarios } });
  await courier.call('POST', '/orders', submission());
  const { waybillNo } = (await courier.call('POST', '/waybills', creation())).body;
  await courier.advance(DAY / 2);
  const newConsigneeRef = 'cr1_8OHSw7Sllod4aVpLPC0eDwL';
  await courier.call('POST', `/waybills/${waybillNo}/intercept`, {
    interceptType: 'CHANGE_ADDRESS',
    newConsigneeRef,
    payer: 'SENDER',
    reason: 'ADDRESS_INVALID',
  });
  await courier.advance(5 * DAY);
  const order = (await courier.call('GET', '/orders/SO-1')).body;
  expect(order).toMatchObject({
    status: 'COMPLETED',
    consignee: { consigneeRef: newConsigneeRef },
  });
});

test.each([
  ['as a parcel', { given: '/parcels/ZZ/ZZ050000000074', want: { status: 'CREATED' } }],
  ['by its events', { given: '/parcels/ZZ/ZZ050000000074/events', want: { items: [] } }],
  ['as a waybill', { given: '/waybills/ZZ050000000074', want: { status: 'LABELLED' } }],
])('a magic number that is asked for %s makes its parcel', async (_title, { given, want }) => {
  const courier = await testCourier({ movement: 'SCENARIO', world: { scenarios }, isMagic: true });
  const { status, body } = await courier.call('GET', given);
  expect([status, body]).toEqual([200, expect.objectContaining(want)]);
  await courier.advance(5 * DAY);
  const parcel = (await courier.call('GET', '/parcels/ZZ/ZZ050000000074')).body;
  expect(parcel).toMatchObject({ status: 'RETURNED', anomalyCount: 0 });
  expect((await courier.call('GET', '/orders/MAGIC-ZZ050000000074')).body.status).toBe('RETURNED');
  expect(courier.defects).toEqual([]);
  expect(courier.faults).toEqual([]);
});

test('a number that was given out is never born again', async () => {
  const courier = await testCourier({ movement: 'SCENARIO', world: { scenarios }, isMagic: true });
  await ship(courier, 'MOCK-01-1', ['P1']);
  const { waybillNo } = (await courier.call('POST', '/waybills', creation('MOCK-01-1'))).body;
  expect((await courier.call('GET', `/waybills/${waybillNo}`)).status).toBe(200);
  await courier.advance(3 * 365 * DAY);
  const { status, body } = await courier.call('GET', `/waybills/${waybillNo}`);
  expect([status, body.code]).toEqual([404, 'NOT_FOUND']);
});

test('a query of many makes the magic ones among them', async () => {
  const courier = await testCourier({ movement: 'SCENARIO', world: { scenarios }, isMagic: true });
  const { body } = await courier.call('POST', '/parcel-queries', {
    parcels: ['ZZ980000000036', 'ZZ980000000037', 'SF1234567890123'].map((waybillNo) => ({
      carrierCode: 'ZZ',
      waybillNo,
    })),
  });
  expect(body.results.map(({ status }: Got) => status)).toEqual([200, 404, 404]);
});

test.each([
  ['where magic is off', { given: 'ZZ050000000074', isMagic: false, isTold: false }],
  ['with a wrong last digit', { given: 'ZZ050000000075', isMagic: true, isTold: true }],
  ['of no scenario', { given: 'ZZ420000000013', isMagic: true, isTold: false }],
])('a number %s is unknown', async (_title, { given, isMagic, isTold }) => {
  const courier = await testCourier({ movement: 'SCENARIO', world: { scenarios }, isMagic });
  const { status, body } = await courier.call('GET', `/parcels/ZZ/${given}`);
  expect([status, body.code]).toEqual([404, 'NOT_FOUND']);
  expect(body.extensions !== undefined).toBe(isTold);
});
