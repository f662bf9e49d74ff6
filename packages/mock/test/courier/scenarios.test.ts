import { readdirSync, readFileSync } from 'node:fs';
import { codesOf, EventCode, FailReason } from '@openwaybill/schemas';
import { expect, test } from 'vitest';
import type { Scenario } from '../../src/world/scenario.ts';
import { creation, DAY, submission, testCourier } from '../mock-courier.ts';

const FOLDER = new URL('../../../../seeds/scenarios/', import.meta.url);
const scenarios: readonly Scenario[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((name) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')));

const ENDS: Readonly<
  Record<string, readonly [parcel: string, order: string, anomalyCount: number]>
> = {
  '01': ['DELIVERED', 'COMPLETED', 0],
  '02': ['DELIVERED', 'COMPLETED', 0],
  '03': ['DELIVERED', 'COMPLETED', 0],
  '04': ['DELIVERED', 'COMPLETED', 0],
  '05': ['RETURNED', 'RETURNED', 0],
  '06': ['LOST', 'RETURNED', 0],
  '07': ['DELIVERED', 'COMPLETED', 0],
  '12': ['DELIVERED', 'COMPLETED', 0],
  '13': ['DELIVERED', 'COMPLETED', 0],
  '14': ['DELIVERED', 'COMPLETED', 1],
};

test('every scenario file has its end here', () => {
  expect(scenarios.map(({ id }) => id)).toEqual(Object.keys(ENDS).sort());
});

test.each(scenarios.map((scenario) => [scenario.id, scenario] as const))(
  'scenario %s runs to its end by time alone',
  async (id, { steps }) => {
    for (const step of steps) {
      expect(codesOf(EventCode)).toHaveProperty(step.code);
      if (step.with?.reason !== undefined)
        expect(codesOf(FailReason)).toHaveProperty(step.with.reason);
    }
    const courier = await testCourier({ movement: 'SCENARIO', world: { scenarios } });
    await courier.call('POST', '/orders', submission(`MOCK-${id}-1`));
    const { waybillNo } = (await courier.call('POST', '/waybills', creation(`MOCK-${id}-1`))).body;
    await courier.advance(60 * DAY);
    const parcel = (await courier.call('GET', `/parcels/ZZ/${waybillNo}`)).body;
    const order = (await courier.call('GET', `/orders/MOCK-${id}-1`)).body;
    expect([parcel.status, order.status, parcel.anomalyCount]).toEqual(ENDS[id]);
    const repeats = steps.filter((step) => step.with?.repeats !== undefined).length;
    expect(parcel.eventCount).toBe(steps.length - repeats);
    expect(courier.defects).toEqual([]);
    expect(courier.faults).toEqual([]);
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
