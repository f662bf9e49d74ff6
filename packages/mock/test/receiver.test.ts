import type { Event } from '@openwaybill/schemas';
import { registry } from '@openwaybill/schemas';
import { expect, test } from 'vitest';
import { seededRandom } from '../src/engine/invent.ts';
import { envelope, type StoredEvent } from '../src/events/outbox.ts';
import { signedDelivery } from '../src/events/sign.ts';
import { signingKeyOf } from '../src/index.ts';
import { createTestMock } from '../src/testing.ts';
import { COURIER, callerOf, nextKey } from './exchange.ts';

const NOW = Date.parse('2026-11-11T00:00:00+08:00');
const INSTANT = '2026-11-11T00:00:00.000Z';
const random = seededRandom(7);

const eventOf = (
  sequence: number,
  type: Event['type'],
  data: Readonly<Record<string, unknown>>,
): StoredEvent => envelope(registry, { partyId: COURIER }, random, INSTANT, type, data, sequence);

const bound = eventOf(1, 'org.openwaybill.waybill.status.changed', {
  waybillNo: 'ZZ010000000016',
  carrierCode: 'ZZ',
  orderNo: 'SO-1',
  packageId: 'P1',
  toStatus: 'BOUND',
  revision: 1,
  occurredAt: INSTANT,
});
const scanned = (sequence: number, eventCode = 'OUT_FOR_DELIVERY'): StoredEvent =>
  eventOf(sequence, 'org.openwaybill.tracking.event.recorded', {
    eventId: '019a3b10-5c00-7a10-8b20-0c3d4e5f60b1',
    carrierCode: 'ZZ',
    waybillNo: 'ZZ010000000016',
    eventCode,
    occurredAt: INSTANT,
    recordedAt: INSTANT,
    timeQuality: 'EXACT',
    confidence: 'HIGH',
    location: {
      region: { countryCode: 'CN', regionCode: '210202', regionCodeVersion: 'NBS-2023' },
      facilityName: '大连一部',
    },
  });

const receiver = async () => {
  const mock = await createTestMock({ role: 'platform' });
  const current = await signingKeyOf(1, COURIER);
  const keys = { signing: [current] };
  const url = 'https://platform.test/v1/event-inbox';
  const deliver = async (event: StoredEvent, alter = {}, at = NOW, body?: string) => {
    const subscription = { callbackUrl: url, signing: 'V1A' as const };
    const delivery = await signedDelivery(event, subscription, keys, at);
    const request = new Request(url, {
      method: 'POST',
      headers: { ...delivery.headers, ...alter },
      body: body ?? delivery.body,
    });
    const answer = await mock.fetch(request);
    await mock.settled();
    const text = await answer.text();
    const problem = text === '' ? undefined : JSON.parse(text);
    return [
      answer.status,
      problem?.code,
      ...(problem?.errors ?? []).map((one: { readonly pointer: string }) => one.pointer),
    ];
  };
  const call = callerOf(mock, 'https://platform.test', COURIER, []);
  const status = async () => (await call('GET', '/v1/test-controls/parcels')).body.items[0]?.status;
  const taken = () => mock.system.transact(COURIER, (unit) => unit.list({ collection: 'inbox' }));
  return { deliver, status, taken };
};

test('an event twice has one effect', async () => {
  const { deliver, status } = await receiver();
  expect(await deliver(bound)).toEqual([204, undefined]);
  expect(await status()).toBe('CREATED');
  expect(await deliver(scanned(2))).toEqual([204, undefined]);
  expect(await deliver(scanned(2))).toEqual([204, undefined]);
  expect(await status()).toBe('OUT_FOR_DELIVERY');
});

test('an event id with other content is refused and changes nothing', async () => {
  const { deliver, status } = await receiver();
  await deliver(bound);
  await deliver(scanned(2));
  expect(await deliver(scanned(3, 'DELIVERED'))).toEqual([409, 'EVENT_ID_CONFLICT']);
  expect(await status()).toBe('OUT_FOR_DELIVERY');
});

test('an unknown type and unknown members are acknowledged', async () => {
  const { deliver } = await receiver();
  const later = { ...bound, type: 'org.openwaybill.waybill.future.invented', future: 1 };
  expect(await deliver({ ...later, data: { future: { deep: true } } })).toEqual([204, undefined]);
});

const ALTERED = [
  {
    given: 'another body',
    body: JSON.stringify({ ...bound, subject: 'X' }),
    want: 'SIGNATURE_INVALID',
  },
  { given: 'no signature', alter: { 'webhook-signature': '' }, want: 'SIGNATURE_INVALID' },
  { given: 'another id', alter: { 'webhook-id': nextKey() }, want: 'SIGNATURE_INVALID' },
  { given: 'a timestamp of an hour ago', at: NOW - 3_600_000, want: 'TIMESTAMP_SKEW' },
  { given: 'a timestamp ahead of time', at: NOW + 3_600_000, want: 'TIMESTAMP_SKEW' },
];

test.each(ALTERED)('an event with $given has no effect', async ({ body, alter, at, want }) => {
  const { deliver, status } = await receiver();
  expect(await deliver(bound, alter, at, body)).toEqual([401, want]);
  expect(await status()).toBeUndefined();
});

const REMITTANCES = [
  { given: 'a waybill twice', want: '/data/items/1/waybillNo' },
  { given: 'a total off by one minor unit', want: '/data/totalMinor' },
  { given: 'two currencies', want: '/data/items/1/amount' },
] as const;

const REMITTANCE = registry.schemas.get('CodRemittance')?.examples;
const remitted = (sequence: number, data: unknown): StoredEvent =>
  eventOf(sequence, 'org.openwaybill.settlement.cod.remitted', data as StoredEvent['data']);

test.each(REMITTANCES)('a remittance with $given is refused at its place', async (one) => {
  const { deliver, taken } = await receiver();
  const before = await taken();
  expect(await deliver(remitted(1, REMITTANCE?.invalid[one.given]?.value))).toEqual([
    422,
    'SCHEMA_VIOLATION',
    one.want,
  ]);
  expect(await taken()).toEqual(before);
  await deliver(remitted(2, REMITTANCE?.valid['two waybills']));
  expect(await taken()).not.toEqual(before);
});
