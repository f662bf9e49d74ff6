import type { Role } from '@openwaybill/schemas';
import { CompactEncrypt, importJWK } from 'jose';
import { expect, test } from 'vitest';
import { seededRandom } from '../src/engine/invent.ts';
import { sealingKeyOf } from '../src/identity/keys.ts';
import { playStory, type Story } from '../src/stories/index.ts';
import { createTestCity } from './city.ts';
import { createOneParty } from './modules/one-party.ts';

const platform = { partyId: 'SHOPONE', role: 'platform', name: '示例电商' } as const;
const courier = { partyId: 'ZZEXPRESS', role: 'courier', name: '模拟快递' } as const;

const asked = { carrierCode: 'ZZ', waybillNo: '{{waybill}}' } as const;
const atHub = { by: 'platform', at: 'hub' } as const;
const prepared = {
  prepare: 'waybill',
  keep: { waybill: '/waybillNo', order: '/orderNo' },
} as const;
const subscribe = (proof?: Readonly<Record<string, string>>) => ({
  ...atHub,
  does: 'createTrackingSubscription',
  with: { body: { ...asked, ...(proof === undefined ? {} : { proof }) } },
});
const scanned = (eventCode: string) => ({
  by: 'platform',
  at: 'courier',
  does: 'recordTestScan',
  with: { body: { ...asked, eventCode, occurredAt: '{{now}}' } },
  want: { status: 201 },
});
const read = (want: object) => ({ ...atHub, does: 'getParcel', with: { path: asked }, want });
const queried = (want: object, proof?: Readonly<Record<string, string>>) => ({
  ...atHub,
  does: 'queryParcels',
  with: { body: { parcels: [{ ...asked, ...(proof === undefined ? {} : { proof }) }] } },
  want,
});
const subscribed = { ...subscribe({ orderNo: '{{order}}' }), want: { status: 201 } };

test.each<[string, readonly unknown[]]>([
  [
    'a relay asks the courier about a proof, and tells what the courier tells',
    [
      prepared,
      { ...subscribe({ orderNo: 'PO-NOT-THIS-ONE' }), want: { status: 404, problem: 'NOT_FOUND' } },
      { ...subscribe(), want: { status: 404, problem: 'NOT_FOUND' } },
      read({ status: 404, problem: 'NOT_FOUND' }),
      subscribed,
      read({ status: 200, body: { status: 'UNKNOWN', stage: 'ORDERED', eventCount: 0 } }),
      scanned('PICKED_UP'),
      scanned('ARRIVED_HUB'),
      read({ status: 200, body: { status: 'IN_TRANSIT', eventCount: 2, revision: 3 } }),
      {
        ...atHub,
        does: 'listParcelEvents',
        with: { path: asked },
        want: {
          status: 200,
          body: { items: [{ eventCode: 'PICKED_UP' }, { eventCode: 'ARRIVED_HUB' }] },
        },
      },
      {
        by: 'platform',
        at: 'hub',
        hears: 'org.openwaybill.tracking.event.recorded',
        want: { data: { eventCode: 'PICKED_UP', waybillNo: '{{waybill}}' } },
      },
    ],
  ],
  [
    'a subscription that is deleted ends here and at the courier',
    [
      prepared,
      { ...subscribed, keep: { subscription: '/trackingSubscriptionId' } },
      scanned('PICKED_UP'),
      {
        ...atHub,
        does: 'deleteTrackingSubscription',
        with: { path: { trackingSubscriptionId: '{{subscription}}' } },
        want: { status: 204 },
      },
      read({ status: 404, problem: 'NOT_FOUND' }),
      scanned('ARRIVED_HUB'),
      subscribed,
      read({ status: 200, body: { status: 'PICKED_UP', eventCount: 1 } }),
    ],
  ],
  [
    'a subscription ends seven days after the parcel',
    [
      prepared,
      { ...subscribed, keep: { subscription: '/trackingSubscriptionId' } },
      scanned('PICKED_UP'),
      scanned('DELIVERED'),
      { ...atHub, advance: 'P8D' },
      {
        ...atHub,
        does: 'getTrackingSubscription',
        with: { path: { trackingSubscriptionId: '{{subscription}}' } },
        want: { status: 200, body: { state: 'COMPLETED' } },
      },
      {
        ...atHub,
        hears: 'org.openwaybill.tracking.subscription.changed',
        want: { data: { state: 'COMPLETED' } },
      },
      read({ status: 200, body: { stage: 'CLOSED' } }),
    ],
  ],
  [
    'a query shows everybody code and city, and the parcel to who proves it at the courier',
    [
      prepared,
      { ...subscribed, keep: { subscription: '/trackingSubscriptionId' } },
      scanned('PICKED_UP'),
      {
        ...atHub,
        does: 'deleteTrackingSubscription',
        with: { path: { trackingSubscriptionId: '{{subscription}}' } },
        want: { status: 204 },
      },
      queried({ status: 200, body: { results: [{ events: [{ eventCode: 'PICKED_UP' }] }] } }),
      queried(
        { status: 200, body: { results: [{ events: [{ eventCode: 'PICKED_UP' }] }] } },
        { orderNo: 'PO-NOT-THIS-ONE' },
      ),
      queried(
        { status: 200, body: { results: [{ parcel: { status: 'PICKED_UP' } }] } },
        { orderNo: '{{order}}' },
      ),
    ],
  ],
  [
    'a courier that is not known carries nothing here',
    [
      prepared,
      {
        ...atHub,
        does: 'createTrackingSubscription',
        with: { body: { ...asked, carrierCode: 'SF', proof: { orderNo: '{{order}}' } } },
        want: { status: 404, problem: 'NOT_FOUND' },
      },
      {
        ...atHub,
        does: 'queryParcels',
        with: { body: { parcels: [{ ...asked, carrierCode: 'SF' }] } },
        want: { status: 200, body: { results: [{ status: 404 }] } },
      },
    ],
  ],
])('%s', async (_title, steps) => {
  const story = { module: 'tracking', title: { en: '-', zh: '-' }, steps } as unknown as Story;
  const city = await createTestCity(['platform', 'courier', 'hub']);
  const played = await playStory(story, city, seededRandom(2));
  expect(played.steps).toBe(steps.length);
  expect(city.faults).toEqual([]);
});

test('a courier that cannot be asked makes the relay say so', async () => {
  const { call, faults } = await createOneParty('hub', platform, [courier]);
  const answer = await call('POST', '/v1/tracking-subscriptions', {
    carrierCode: 'ZZ',
    waybillNo: 'ZZ010000000016',
    proof: { orderNo: 'PO20261122001' },
  });
  expect(answer).toMatchObject({ status: 503, body: { code: 'UPSTREAM_UNAVAILABLE' } });
  expect(faults).toEqual([]);
});

test('a sealed code goes on as it came, to whom it is sealed alone', async () => {
  const city = await createTestCity(['platform', 'courier', 'hub', 'locker']);
  const sealedFor = async (partyId: string) =>
    new CompactEncrypt(new TextEncoder().encode('4839-2017'))
      .setProtectedHeader({ alg: 'ECDH-ES+A256KW', enc: 'A256GCM', kid: await kidOf(partyId) })
      .encrypt(await importJWK(await sealingKeyOf(1, partyId), 'ECDH-ES+A256KW'));
  const handed = (sealedCode: string, want: object) => ({
    by: 'locker',
    at: 'hub',
    does: 'deliverPickupCode',
    with: {
      body: {
        depositId: '{{uuid}}',
        waybillNo: '{{waybill}}',
        sealedCode,
        expiresAt: '{{now+P3D}}',
      },
    },
    want,
  });
  const forPlatform = await sealedFor('SHOPONE');
  const steps = [
    prepared,
    handed(forPlatform, { status: 404, problem: 'NOT_FOUND' }),
    subscribed,
    handed(forPlatform, { status: 204 }),
    handed(await sealedFor('ZZEXPRESS'), { status: 404, problem: 'NOT_FOUND' }),
    handed('48392017', { status: 422, problem: 'SCHEMA_VIOLATION', pointer: '/sealedCode' }),
  ];
  const story = { module: 'tracking', title: { en: '-', zh: '-' }, steps } as unknown as Story;
  await playStory(story, city, seededRandom(2));
  expect(city.faults).toEqual([]);
  const kept = async (role: Role) =>
    (await city.mocks
      .get(role)
      ?.system.transact('SHOPONE', (unit) => unit.list({ collection: 'pickup-code' }))) ?? [];
  expect(await kept('hub')).toEqual([]);
  expect((await kept('platform')).map(({ body }) => body)).toMatchObject([
    { sealedCode: forPlatform },
  ]);
});

const kidOf = async (partyId: string): Promise<string> =>
  String((await sealingKeyOf(1, partyId)).kid);
