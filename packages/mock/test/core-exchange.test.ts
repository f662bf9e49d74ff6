import { expect, test } from 'vitest';
import { memoryStore } from '../src/index.ts';
import { openFileStore } from '../src/node.ts';
import { exchange, OTHER_COURIER } from './exchange.ts';

const CODES = [
  ['PICKED_UP', 'PICKED_UP'],
  ['DEPARTED_ORIGIN', 'IN_TRANSIT'],
  ['OUT_FOR_DELIVERY', 'OUT_FOR_DELIVERY'],
  ['DELIVERED', 'DELIVERED'],
] as const;

const STORES = [
  { name: 'memory', open: async () => memoryStore() },
  { name: 'SQLite', open: () => openFileStore(':memory:') },
];

test.each(STORES)(
  'on $name both sides know an order, its waybill and its scans',
  async ({ open }) => {
    const { act, toCourier, toPlatform, settled, faults, events } = await exchange({
      courier: { store: await open() },
      platform: { store: await open() },
    });
    expect((await act('platform', 'CREATE_SUBSCRIPTION', {})).state).toBe('SUCCEEDED');
    const ordered = await act('platform', 'SUBMIT_ORDER', { orderNo: 'SO-1', consigneeSeed: 'p1' });
    expect(ordered).toMatchObject({ state: 'SUCCEEDED', result: { orderNo: 'SO-1' } });
    expect(ordered.result.references.map((one: { partyId: string }) => one.partyId)).toContain(
      OTHER_COURIER,
    );
    const made = await act('platform', 'CREATE_WAYBILL', { orderNo: 'SO-1' });
    expect(made.state).toBe('SUCCEEDED');
    const { waybillNo } = made.result;
    for (const [eventCode, status] of CODES) {
      await toCourier('POST', '/v1/test-controls/clock/advance', { by: 'PT1H' });
      const scanned = await toCourier('POST', '/v1/test-controls/scans', {
        carrierCode: 'ZZ',
        waybillNo,
        eventCode,
      });
      expect(scanned.status).toBe(201);
      await settled();
      const seen = [{ carrierCode: 'ZZ', waybillNo, orderNo: 'SO-1', packageId: 'P1', status }];
      expect((await toCourier('GET', '/v1/test-controls/parcels')).body.items).toEqual(seen);
      expect((await toPlatform('GET', '/v1/test-controls/parcels')).body.items).toEqual(seen);
    }
    expect(events('tracking.event.recorded').length).toBeGreaterThanOrEqual(CODES.length);
    expect(faults).toEqual([]);
  },
);

test('one person has another reference for each order and each recipient', async () => {
  const { act, toPlatform, faults } = await exchange();
  const refs = new Set<string>();
  for (const orderNo of ['SO-1', 'SO-2']) {
    const { result } = await act('platform', 'SUBMIT_ORDER', { orderNo, consigneeSeed: 'same' });
    refs.add(result.consigneeRef);
    for (const { consigneeRef } of result.references) refs.add(consigneeRef);
  }
  expect(refs.size).toBe(6);
  const [own] = refs;
  const seen = await toPlatform('GET', `/v1/consignees/${own}`);
  expect(seen.body).toMatchObject({ view: 'MASKED', stage: 'ORDERED' });
  const foreign = await toPlatform('GET', `/v1/consignees/${own}`, undefined, {
    as: OTHER_COURIER,
  });
  const unknown = await toPlatform('GET', '/v1/consignees/cr1_AAECAwQFBgcICQoLDA0ODw4');
  const { instance: _, ...foreignBody } = foreign.body;
  const { instance: __, ...unknownBody } = unknown.body;
  expect(foreign.status).toBe(404);
  expect(foreignBody).toEqual(unknownBody);
  expect(faults).toEqual([]);
});

test('a test action that the role does not have is refused', async () => {
  const { toPlatform, faults } = await exchange();
  const refused = await toPlatform('POST', '/v1/test-controls/actions', {
    action: 'REQUEST_REVEAL',
    input: {
      consigneeRef: 'cr1_AAECAwQFBgcICQoLDA0ODw4',
      waybillNo: 'ZZ010000000016',
      purpose: 'FULFIL_CONTACT',
      fields: ['PHONE'],
    },
  });
  expect(refused).toMatchObject({ status: 422, body: { code: 'CODE_UNKNOWN' } });
  expect(faults).toEqual([]);
});
