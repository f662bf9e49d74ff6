import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  DAY,
  HOUR,
  HUB,
  OTHER_PLATFORM,
  REGULATOR,
  scan,
  ship,
  type TestCourier,
  testCourier,
} from '../mock-courier.ts';

const shipped = async (courier: TestCourier): Promise<string> => (await ship(courier))[0] ?? '';
const parcelOf = async ({ call }: TestCourier, waybillNo: string) =>
  (await call('GET', `/parcels/ZZ/${waybillNo}`)).body;
const eventsOf = async ({ call }: TestCourier, waybillNo: string) =>
  (await call('GET', `/parcels/ZZ/${waybillNo}/events`)).body.items;

const at = (hour: number): string =>
  new Date(Date.parse('2026-11-11T00:00:00Z') + hour * HOUR).toISOString();
const id = (n: number): string => `01935b8a-7c00-7a11-8a01-${String(n).padStart(12, '0')}`;

const SCANS = [
  { eventCode: 'PICKED_UP', hour: 1 },
  { eventCode: 'ARRIVED_HUB', hour: 3 },
  { eventCode: 'ARRIVED_DELIVERY_BRANCH', hour: 6 },
  { eventCode: 'OUT_FOR_DELIVERY', hour: 6 },
  { eventCode: 'DELIVERED', hour: 7 },
  { eventCode: 'DELIVERED', hour: 7, corrects: 4, recorded: 8 },
  { eventCode: 'ARRIVED_HUB', hour: 3, recorded: 9 },
] as const;

test('any order of arrival gives the same parcel', async () => {
  const shown = async (order: readonly number[]) => {
    const courier = await testCourier();
    const waybillNo = await shipped(courier);
    for (const n of order) {
      const one = SCANS[n];
      if (one === undefined) continue;
      await scan(courier, waybillNo, one.eventCode, {
        eventId: id(n),
        occurredAt: at(one.hour),
        recordedAt: at('recorded' in one ? one.recorded : one.hour),
        ...('corrects' in one
          ? { correctsEventId: id(one.corrects), correctionReason: 'DID_NOT_OCCUR' }
          : {}),
      });
    }
    expect(courier.faults).toEqual([]);
    return [await parcelOf(courier, waybillNo), await eventsOf(courier, waybillNo)];
  };
  const numbers = SCANS.map((_, index) => index);
  const [parcel, events] = await shown(numbers);
  expect(parcel).toMatchObject({ status: 'OUT_FOR_DELIVERY', eventCount: 7, anomalyCount: 1 });
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(numbers, { minLength: numbers.length }), async (order) => {
      expect(await shown(order)).toEqual([parcel, events]);
    }),
    { numRuns: 12, seed: 1 },
  );
});

test('an event that comes again has no second effect', async () => {
  const courier = await testCourier();
  const waybillNo = await shipped(courier);
  const seen = { eventId: id(1), occurredAt: at(1), recordedAt: at(1) };
  expect(await scan(courier, waybillNo, 'PICKED_UP', seen)).toMatchObject({ isNew: true });
  const before = await parcelOf(courier, waybillNo);
  expect(await scan(courier, waybillNo, 'PICKED_UP', seen)).toMatchObject({ isNew: false });
  expect(await parcelOf(courier, waybillNo)).toEqual(before);
  expect(await courier.events('tracking.event.recorded')).toHaveLength(1);
  await expect(scan(courier, waybillNo, 'DELIVERED', seen)).rejects.toMatchObject({
    code: 'EVENT_ID_CONFLICT',
  });
});

const anomalies = [
  ['a scan after the end', ['PICKED_UP', 'DELIVERED', 'OUT_FOR_DELIVERY'], 'AFTER_TERMINAL'],
  ['a step back', ['OUT_FOR_DELIVERY', 'PICKED_UP'], 'ILLEGAL_TRANSITION'],
  ['a code of no list', ['PICKED_UP', 'X_FUTURE'], 'UNKNOWN_CODE'],
] as const;
test.each(anomalies)('%s is stored as an anomaly', async (_, codes, anomalyReason) => {
  const courier = await testCourier();
  const waybillNo = await shipped(courier);
  for (const code of codes) {
    await courier.advance(HOUR);
    await scan(courier, waybillNo, code);
  }
  const events = await eventsOf(courier, waybillNo);
  expect(events.at(-1)).toMatchObject({ anomaly: true, anomalyReason });
  expect(await parcelOf(courier, waybillNo)).toMatchObject({ anomalyCount: 1 });
  expect(await courier.events('tracking.event.recorded')).toHaveLength(codes.length);
});

test('a skipped milestone is a gap and no anomaly', async () => {
  const courier = await testCourier();
  const waybillNo = await shipped(courier);
  await scan(courier, waybillNo, 'PICKED_UP');
  await courier.advance(HOUR);
  await scan(courier, waybillNo, 'DELIVERED');
  expect(await parcelOf(courier, waybillNo)).toMatchObject({
    gap: true,
    anomalyCount: 0,
    eventCount: 2,
    inferredMilestones: ['IN_TRANSIT', 'AT_DESTINATION', 'OUT_FOR_DELIVERY', 'AWAITING_COLLECTION'],
  });
});

test('events are read page by page in the order of the fold', async () => {
  const courier = await testCourier();
  const waybillNo = await shipped(courier);
  const codes = ['PICKED_UP', 'DEPARTED_ORIGIN', 'ARRIVED_HUB', 'DEPARTED_HUB', 'DELIVERED'];
  for (const code of codes) {
    await courier.advance(HOUR);
    await scan(courier, waybillNo, code);
  }
  const read: string[] = [];
  let cursor = '';
  do {
    const path = `/parcels/ZZ/${waybillNo}/events?limit=2${cursor}`;
    const { body } = await courier.call('GET', path);
    read.push(...body.items.map(({ eventCode }: { eventCode: string }) => eventCode));
    cursor = body.nextCursor === undefined ? '' : `&cursor=${body.nextCursor}`;
  } while (cursor !== '');
  expect(read).toEqual(codes);
});

test('a lost parcel is at its end after thirty days', async () => {
  const courier = await testCourier();
  const waybillNo = await shipped(courier);
  await scan(courier, waybillNo, 'DEPARTED_ORIGIN');
  await scan(courier, waybillNo, 'LOST');
  expect(await parcelOf(courier, waybillNo)).toMatchObject({ terminal: false, revision: 3 });
  await courier.advance(30 * DAY);
  expect(await parcelOf(courier, waybillNo)).toMatchObject({
    terminal: true,
    stage: 'CLOSED',
    revision: 4,
  });
  expect((await courier.call('GET', `/waybills/${waybillNo}`)).body.status).toBe('FINALISED');
  expect((await courier.call('GET', '/orders/SO-1')).body.status).toBe('RETURNED');
  await scan(courier, waybillNo, 'FOUND');
  expect((await courier.call('GET', '/orders/SO-1')).body.status).toBe('IN_FULFILMENT');
});

describe('a query for a parcel', () => {
  const ask = async (courier: TestCourier, waybillNo: string, proof: unknown, as: string) => {
    const body = { parcels: [{ carrierCode: 'ZZ', waybillNo, ...(proof ? { proof } : {}) }] };
    return (await courier.call('POST', '/parcel-queries', body, { as })).body.results[0];
  };
  const WRONG = { orderNo: 'SO-2' };
  const views = [
    ['of its platform', undefined, '', 'own'],
    ['with the reference as proof', { consigneeRef: 'cr1_AAECAwQFBgcICQoLDA0ODw4' }, HUB, 'proved'],
    ['with the order number as proof', { orderNo: 'SO-1' }, OTHER_PLATFORM, 'proved'],
    ['without proof', undefined, OTHER_PLATFORM, 'public'],
    ['with a wrong proof', WRONG, OTHER_PLATFORM, 'public'],
    ['of nobody', undefined, '-', 'public'],
    ['of nobody with a wrong proof', WRONG, '-', 'public'],
  ] as const;
  test.each(views)('%s', async (_, proof, as, view) => {
    const courier = await testCourier();
    const waybillNo = await shipped(courier);
    await scan(courier, waybillNo, 'OUT_FOR_DELIVERY');
    const who = as === '' ? 'PLATFORM1' : as === '-' ? '' : as;
    const got = await ask(courier, waybillNo, proof, who);
    const want = {
      own: { index: 0, status: 200, parcel: { orderNo: 'SO-1', status: 'OUT_FOR_DELIVERY' } },
      proved: { index: 0, status: 200, parcel: { status: 'OUT_FOR_DELIVERY' } },
      public: { index: 0, status: 200, events: [{ eventCode: 'OUT_FOR_DELIVERY' }] },
    }[view];
    expect(got).toMatchObject(want);
    expect(got.parcel?.orderNo).toBe(view === 'own' ? 'SO-1' : undefined);
    if (view === 'public') expect(Object.keys(got).sort()).toEqual(['events', 'index', 'status']);
    expect(courier.faults).toEqual([]);
  });

  test('of anybody finds nothing of a closed one', async () => {
    const courier = await testCourier();
    const waybillNo = await shipped(courier);
    await scan(courier, waybillNo, 'DELIVERED');
    await courier.advance(7 * DAY);
    expect(await ask(courier, waybillNo, undefined, '')).toMatchObject({ status: 404 });
    expect(await ask(courier, 'ZZ010000009996', undefined, '')).toMatchObject({ status: 404 });
    expect((await ask(courier, waybillNo, undefined, 'PLATFORM1')).parcel.stage).toBe('CLOSED');
  });
});

describe('a tracking subscription', () => {
  const subscribe = (courier: TestCourier, waybillNo: string, more = {}) =>
    courier.call(
      'POST',
      '/tracking-subscriptions',
      { carrierCode: 'ZZ', waybillNo, proof: { orderNo: 'SO-1' }, ...more },
      { as: HUB },
    );

  test('brings the wanted events of a parcel to a hub', async () => {
    const courier = await testCourier();
    const waybillNo = await shipped(courier);
    const made = await subscribe(courier, waybillNo, { eventCodes: ['DELIVERED'] });
    expect(made.status).toBe(201);
    for (const code of ['PICKED_UP', 'DELIVERED']) await scan(courier, waybillNo, code);
    expect(await courier.events('tracking.event.recorded', HUB)).toMatchObject([
      { eventCode: 'DELIVERED' },
    ]);
    expect(await courier.events('tracking.event.recorded')).toHaveLength(2);
    const path = `/tracking-subscriptions/${made.body.trackingSubscriptionId}`;
    expect((await courier.call('GET', path)).status).toBe(404);
    expect((await courier.call('DELETE', path, undefined, { as: HUB })).status).toBe(204);
    expect((await courier.call('GET', path, undefined, { as: HUB })).status).toBe(404);
    expect(courier.faults).toEqual([]);
  });

  test('needs a relation to the parcel', async () => {
    const courier = await testCourier();
    const waybillNo = await shipped(courier);
    expect((await subscribe(courier, waybillNo, { proof: { orderNo: 'SO-2' } })).status).toBe(404);
  });

  const ends = [
    ['without a record', [], 3, 'ABORTED'],
    ['after the end of its parcel', ['DELIVERED'], 7, 'COMPLETED'],
    ['without a change', ['PICKED_UP'], 60, 'ABORTED'],
  ] as const;
  test.each(ends)('ends %s', async (_, codes, days, state) => {
    const courier = await testCourier();
    const waybillNo = await shipped(courier);
    const { trackingSubscriptionId } = (await subscribe(courier, waybillNo)).body;
    for (const code of codes) await scan(courier, waybillNo, code);
    const read = async () =>
      (
        await courier.call('GET', `/tracking-subscriptions/${trackingSubscriptionId}`, undefined, {
          as: HUB,
        })
      ).body;
    await courier.advance(days * DAY - HOUR, HUB);
    expect((await read()).state).toBe('ACTIVE');
    await courier.advance(HOUR, HUB);
    expect(await read()).toMatchObject({ state, revision: 2 });
    expect(await courier.events('tracking.subscription.changed', HUB)).toHaveLength(1);
  });
});

test('after a handover both numbers show the parcel and each other', async () => {
  const courier = await testCourier();
  const waybillNo = await shipped(courier);
  for (const code of ['PICKED_UP', 'DEPARTED_ORIGIN', 'FORWARDED_CARRIER'])
    await scan(courier, waybillNo, code);
  const [handover] = await courier.events('waybill.handover.recorded');
  expect(handover).toMatchObject({ fromWaybillNo: waybillNo, relation: 'FORWARD' });
  const { toCarrierCode, toWaybillNo } = handover ?? {};
  const own = await parcelOf(courier, waybillNo);
  expect(own.relatedWaybills).toEqual([
    { carrierCode: toCarrierCode, waybillNo: toWaybillNo, relation: 'FORWARD' },
  ]);
  const other = await courier.call('GET', `/parcels/${toCarrierCode}/${toWaybillNo}`);
  expect(other.body).toMatchObject({
    waybillNo: toWaybillNo,
    status: own.status,
    relatedWaybills: [{ carrierCode: 'ZZ', waybillNo, relation: 'FORWARD' }],
  });
  expect(courier.faults).toEqual([]);
});

test('a regulator is told that a sender was identified, and not who', async () => {
  const courier = await testCourier();
  const waybillNo = await shipped(courier);
  await scan(courier, waybillNo, 'REAL_NAME_VERIFIED');
  const [attested] = await courier.events('waybill.realname.attested', REGULATOR);
  expect(Object.keys(attested ?? {}).sort()).toEqual([
    'method',
    'receiptRef',
    'verified',
    'verifiedAt',
    'waybillNo',
  ]);
  expect(courier.faults).toEqual([]);
});
