import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { sqliteStore } from '../../src/store/kysely.ts';
import { memoryStore } from '../../src/store/memory.ts';
import { openSqlite } from '../../src/store/node-sqlite.ts';
import { creation, HOUR, scan, submission, testCourier } from '../mock-courier.ts';

const WAY = [
  ['PICKUP_ASSIGNED', 'PICKUP_SCHEDULED', 'LABELLED', 'AWAITING_PICKUP'],
  ['PICKED_UP', 'IN_FULFILMENT', 'ACTIVE', 'PICKED_UP'],
  ['DEPARTED_ORIGIN', 'IN_FULFILMENT', 'ACTIVE', 'IN_TRANSIT'],
  ['ARRIVED_DELIVERY_BRANCH', 'IN_FULFILMENT', 'ACTIVE', 'AT_DESTINATION'],
  ['OUT_FOR_DELIVERY', 'IN_FULFILMENT', 'ACTIVE', 'OUT_FOR_DELIVERY'],
  ['DELIVERED', 'COMPLETED', 'FINALISED', 'DELIVERED'],
] as const;

const stores = {
  memory: async () => memoryStore(),
  SQLite: () => sqliteStore(openSqlite(':memory:')),
};

test.each(Object.entries(stores))('an order is completed in %s', async (_, store) => {
  const courier = await testCourier({ store: await store() });
  const { call } = courier;
  const ordered = await call('POST', '/orders', submission('SO-1', { remark: '易碎' }));
  expect(ordered.status).toBe(201);
  expect(ordered.body).toMatchObject({ status: 'ACCEPTED', decision: 'ACCEPTED', revision: 2 });
  expect(ordered.headers.get('ETag')).toBe('"2"');
  expect(JSON.stringify(ordered.body)).not.toContain('易碎');

  const made = await call('POST', '/waybills', creation());
  expect(made.status).toBe(201);
  expect(made.headers.get('Cache-Control')).toBe('no-store');
  expect(made.body).toMatchObject({ waybillNo: 'ZZ010000000016', status: 'LABELLED', revision: 2 });
  const { waybillNo, label } = made.body;
  const content = Buffer.from(label.content, 'base64');
  expect(label.contentSha256).toBe(createHash('sha256').update(content).digest('hex'));
  expect(content.toString()).toContain('张**  *******8000');
  expect((await call('GET', '/orders/SO-1')).body).toMatchObject({
    status: 'ALLOCATED',
    waybills: [{ packageId: 'P1', attempt: 1, waybillNo }],
  });

  for (const [code, order, waybill, parcel] of WAY) {
    await courier.advance(HOUR);
    await scan(courier, waybillNo, code);
    expect((await call('GET', '/orders/SO-1')).body.status).toBe(order);
    expect((await call('GET', `/waybills/${waybillNo}`)).body.status).toBe(waybill);
    expect((await call('GET', `/parcels/ZZ/${waybillNo}`)).body.status).toBe(parcel);
  }
  expect((await call('GET', `/parcels/ZZ/${waybillNo}`)).body).toMatchObject({
    terminal: true,
    stage: 'DELIVERED',
    eventCount: WAY.length,
    anomalyCount: 0,
    revision: 1 + WAY.length,
  });
  expect((await call('GET', `/parcels/ZZ/${waybillNo}/events`)).body.items).toHaveLength(
    WAY.length,
  );
  expect((await call('GET', `/parcels/ZZ/${waybillNo}/proof-of-delivery`)).body).toMatchObject({
    method: 'CONSIGNEE_SIGNED',
    signedByMasked: '张**',
  });
  expect(courier.defects).toEqual([]);
  expect(courier.faults).toEqual([]);
});

test('every change of status is one revision and one event', async () => {
  const courier = await testCourier();
  await courier.call('POST', '/orders', submission());
  const { waybillNo } = (await courier.call('POST', '/waybills', creation())).body;
  for (const [code] of WAY) await scan(courier, waybillNo, code);
  const steps = (list: readonly Readonly<Record<string, unknown>>[]) =>
    list.map(({ fromStatus, toStatus, revision }) => [fromStatus, toStatus, revision]);
  expect(steps(await courier.events('order.status.changed'))).toEqual([
    [undefined, 'SUBMITTED', 1],
    ['SUBMITTED', 'ACCEPTED', 2],
    ['ACCEPTED', 'ALLOCATED', 3],
    ['ALLOCATED', 'PICKUP_SCHEDULED', 4],
    ['PICKUP_SCHEDULED', 'IN_FULFILMENT', 5],
    ['IN_FULFILMENT', 'COMPLETED', 6],
  ]);
  expect(steps(await courier.events('waybill.status.changed'))).toEqual([
    [undefined, 'BOUND', 1],
    ['BOUND', 'LABELLED', 2],
    ['LABELLED', 'ACTIVE', 3],
    ['ACTIVE', 'FINALISED', 4],
  ]);
  expect(await courier.events('tracking.event.recorded')).toHaveLength(WAY.length);
  expect(await courier.events('tracking.pod.available')).toHaveLength(1);
  expect(courier.faults).toEqual([]);
});

test('the same commands of the same seed give the same events', async () => {
  const told = async (seed: number) => {
    const courier = await testCourier({ seed });
    await courier.call('POST', '/orders', submission());
    const { waybillNo } = (await courier.call('POST', '/waybills', creation())).body;
    for (const [code] of WAY) await scan(courier, waybillNo, code);
    return courier.events('tracking.event.recorded');
  };
  const first = await told(1);
  expect(first).toHaveLength(WAY.length);
  expect(await told(1)).toEqual(first);
  expect(await told(2)).not.toEqual(first);
});
