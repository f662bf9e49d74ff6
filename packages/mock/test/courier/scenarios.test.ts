import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../src/world/scenario.ts';
import { creation, DAY, type Got, ship, submission, testCourier } from '../mock-courier.ts';

const FOLDER = new URL('../../../../seeds/scenarios/', import.meta.url);
const scenarios: readonly Scenario[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((name) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')));

/** What the courier refuses of what a scenario's platform asks for. */
const REFUSED: Readonly<Record<string, readonly string[]>> = { '09': ['cancel-order'] };

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

    test('runs to its end by time alone', async () => {
      const courier = await testCourier({ movement: 'SCENARIO', world: { scenarios } });
      const packageIds = ['P1', ...others.map((_, at) => `P${at + 2}`)];
      const [waybillNo] = await ship(courier, `MOCK-${id}-1`, packageIds);
      expect(waybillNo).toMatch(new RegExp(`^ZZ${id}`));
      await courier.advance(60 * DAY);
      const parcel = await courier.call('GET', `/parcels/ZZ/${waybillNo}`);
      const order = await courier.call('GET', `/orders/MOCK-${id}-1`);
      expect({ parcel: shown(parcel), order: shown(order) }).toEqual({
        parcel: ends.parcel,
        order: ends.order,
      });
      expect(courier.defects).toEqual([]);
      expect(courier.faults).toEqual([]);
      if (parcel.status === 404) return;
      expect(parcel.body.anomalyCount).toBe(ends.anomalyCount ?? 0);
      const log = await courier.mock.control.log();
      const refused = log.filter(({ outcome }) => (outcome?.status ?? 0) >= 400);
      expect(refused.map(({ operation }) => operation)).toEqual(REFUSED[id] ?? []);
      const scans = steps.filter((step) => 'code' in step && step.with?.repeats === undefined);
      expect(parcel.body.eventCount).toBeGreaterThanOrEqual(scans.length);
    });
  },
);

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
