import { registry } from '@openwaybill/schemas';
import { describe, expect, test } from 'vitest';
import { exchange, MERCHANT, PLATFORM } from '../exchange.ts';
import { CONSUMER, type Courier, carriedParcel, DELIVERY_REF, STORE } from './carried-parcel.ts';

const TO_THE_DOOR = ['PICKED_UP', 'OUT_FOR_DELIVERY', 'DELIVERED'] as const;
const STATUS_CHANGED = 'org.openwaybill.returns.status.changed';

const asked = (originalWaybillNo: string, value = 1) => ({
  rmaNo: 'RMA-1',
  originalWaybillNo,
  carrierCode: 'ZZ',
  reason: 'NO_REASON',
  items: [{ lineNo: 1, categoryCode: 'FOOD', quantity: { value, unit: 'C62' } }],
  payer: 'THIRD_PARTY',
  dropOffPointId: 'DL-ZS-0007',
  isBoxless: true,
  consignorRef: 'cr1_8OHSw7Sllod4aVpLPC0eDwL',
  ...CONSUMER,
  destination: STORE,
});

/** Deliveries overtake each other; the revision tells their order. */
const stepsOf = async (events: Courier['events']): Promise<readonly unknown[]> =>
  (await events(STATUS_CHANGED))
    .toSorted((a, b) => Number(a.revision) - Number(b.revision))
    .map((one) => one.toStatus);

type Returned = Courier & { readonly back: string };

const returned = async (): Promise<Returned> => {
  const courier = await carriedParcel(...TO_THE_DOOR);
  const made = await courier.call('POST', '/v1/returns', asked(courier.waybillNo));
  expect(made).toMatchObject({ status: 201, body: { status: 'AUTHORISED', revision: 1 } });
  return { ...courier, back: String(made.body.returnWaybillNo) };
};

test('a return is a forward parcel from the consumer, related to the first', async () => {
  const { call, waybillNo, back, scan, events, faults } = await returned();
  const parcel = await call('GET', `/v1/parcels/ZZ/${back}`);
  expect(parcel.body).toMatchObject({
    status: 'CREATED',
    leg: 'FORWARD',
    orderNo: 'SO-1',
    relatedWaybills: [{ carrierCode: 'ZZ', waybillNo, relation: 'RETURN' }],
  });
  const label = await call('GET', `/v1/waybills/${back}/label`);
  const svg = Buffer.from(String(label.body.content), 'base64').toString();
  expect(svg.indexOf('张**')).toBeGreaterThan(-1);
  const waybill = await call('GET', `/v1/waybills/${back}`);
  expect(waybill.body.routing).toMatchObject({ destinationBranch: 'ZZ-210211-BRANCH' });

  await scan(back, 'DROPPED_OFF', 'PICKED_UP', 'ARRIVED_HUB', 'OUT_FOR_DELIVERY', 'DELIVERED');
  const steps = await stepsOf(events);
  expect(steps).toEqual(['AUTHORISED', 'DROPPED_OFF', 'IN_TRANSIT', 'RECEIVED']);
  expect((await call('GET', '/v1/orders/SO-1')).body).toMatchObject({ status: 'COMPLETED' });
  expect((await call('GET', `/v1/parcels/ZZ/${waybillNo}`)).body.status).toBe('DELIVERED');
  expect(faults).toEqual([]);
});

test('a cancelled return gives its goods and its number back', async () => {
  const { call, back, waybillNo, events } = await returned();
  const cancelled = await call('POST', '/v1/returns/RMA-1/cancel', { reason: 'BUYER_CANCELLED' });
  expect(cancelled).toMatchObject({ status: 200, body: { status: 'CANCELLED' } });
  expect((await call('GET', `/v1/waybills/${back}`)).body.status).toBe('VOIDED');
  const again = await call('POST', '/v1/returns', { ...asked(waybillNo, 2), rmaNo: 'RMA-2' });
  expect(again.status).toBe(201);
  expect((await stepsOf(events)).toSorted()).toEqual(['AUTHORISED', 'AUTHORISED', 'CANCELLED']);
});

test('the same request again is the same return', async () => {
  const { call, waybillNo, back } = await returned();
  const again = await call('POST', '/v1/returns', asked(waybillNo));
  expect(again).toMatchObject({ status: 200, body: { returnWaybillNo: back, revision: 1 } });
});

test('parallel returns never ask for more than was delivered', async () => {
  const { call, waybillNo } = await carriedParcel(...TO_THE_DOOR);
  const answers = await Promise.all(
    Array.from({ length: 5 }, (_, index) =>
      call('POST', '/v1/returns', { ...asked(waybillNo), rmaNo: `RMA-${index}` }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 422, 422, 422]);
});

test('another platform sees no return of this one', async () => {
  const { call } = await returned();
  const theirs = await call('GET', '/v1/returns/RMA-1', undefined, { as: 'SHOPTWO' });
  expect(theirs.status).toBe(404);
});

type Refused = readonly [status: number, code: string, pointer?: string];

describe('a refused return changes nothing', () => {
  test.each<[string, (right: ReturnType<typeof asked>) => object, Refused]>([
    [
      'one more than is left',
      (right) => ({ ...right, items: asked('', 2).items }),
      [422, 'RULE_VIOLATION', '/items/0/quantity'],
    ],
    [
      'a line that was not delivered',
      (right) => ({ ...right, items: [{ ...right.items[0], lineNo: 9 }] }),
      [422, 'RULE_VIOLATION', '/items/0/quantity'],
    ],
    [
      'the reference of the delivery',
      (right) => ({ ...right, consignorRef: DELIVERY_REF }),
      [422, 'RULE_VIOLATION', '/consignorRef'],
    ],
    [
      'an unknown original',
      (right) => ({ ...right, originalWaybillNo: 'ZZ010000009999' }),
      [404, 'NOT_FOUND'],
    ],
    ['another courier', (right) => ({ ...right, carrierCode: 'SF' }), [404, 'NOT_FOUND']],
    [
      'the number of another return',
      (right) => ({ ...right, rmaNo: 'RMA-1', reason: 'QUALITY' }),
      [409, 'DUPLICATE'],
    ],
    [
      'a plain name',
      (right) => ({ ...right, contactMasked: { ...right.contactMasked, nameMasked: '张三丰' } }),
      [422, 'PLAINTEXT_PERSONAL_DATA', '/contactMasked/nameMasked'],
    ],
    [
      'a region that nobody serves',
      (right) => ({ ...right, addressMasked: { ...right.addressMasked, regionCode: '460300' } }),
      [422, 'UNSERVICEABLE', '/addressMasked'],
    ],
    [
      'picked up and dropped off',
      (right) => ({
        ...right,
        pickupWindow: { fromAt: '2026-11-12T14:00:00+08:00', toAt: '2026-11-12T18:00:00+08:00' },
      }),
      [422, 'RULE_VIOLATION', ''],
    ],
    [
      'less than nothing of a line',
      (right) => ({
        ...right,
        items: [{ ...right.items[0], quantity: { value: -1, unit: 'C62' } }],
      }),
      [422, 'SCHEMA_VIOLATION', '/items/0/quantity/value'],
    ],
  ])('%s', async (_title, change, [status, code, pointer]) => {
    const { call, waybillNo } = await returned();
    const before = (await call('GET', '/v1/waybills')).body;
    const body = change({ ...asked(waybillNo), rmaNo: 'RMA-2' });
    const refused = await call('POST', '/v1/returns', body);
    expect([refused.status, refused.body.code]).toEqual([status, code]);
    expect(refused.body.errors?.[0]?.pointer).toBe(pointer);
    expect((await call('GET', '/v1/waybills')).body).toEqual(before);
    expect((await call('GET', '/v1/returns/RMA-2')).status).toBe(404);
  });

  test('a parcel that is not delivered', async () => {
    const { call, waybillNo } = await carriedParcel('PICKED_UP');
    const refused = await call('POST', '/v1/returns', asked(waybillNo));
    expect(refused.body).toMatchObject({
      code: 'RULE_VIOLATION',
      errors: [{ pointer: '/originalWaybillNo', rule: 'RTN-003' }],
    });
  });
});

const SCANS_TO: Readonly<Record<string, readonly string[]>> = {
  AUTHORISED: [],
  PICKUP_SCHEDULED: ['PICKUP_ASSIGNED'],
  DROPPED_OFF: ['DROPPED_OFF'],
  IN_TRANSIT: ['PICKED_UP'],
  RECEIVED: ['PICKED_UP', 'OUT_FOR_DELIVERY', 'DELIVERED'],
};

describe('a return can be cancelled where the table names it', () => {
  const row = registry.lifecycles
    .find(({ entity }) => entity === 'return')
    ?.transitions.find(({ on }) => on === 'cancel-return');
  test.each(Object.entries(SCANS_TO))('%s', async (status, scans) => {
    const { call, back, scan } = await returned();
    await scan(back, ...scans);
    expect((await call('GET', '/v1/returns/RMA-1')).body.status).toBe(status);
    const { body, status: answered } = await call('POST', '/v1/returns/RMA-1/cancel', {
      reason: 'BUYER_CANCELLED',
    });
    if (row?.from.includes(status)) expect(answered).toBe(200);
    else
      expect(body).toMatchObject({
        code: 'STATE_ILLEGAL',
        from: status,
        command: 'cancelReturn',
      });
  });
});

type Authorised = Awaited<ReturnType<typeof exchange>> & {
  readonly rmaNo: string;
  readonly back: string;
  readonly scan: (eventCode: string) => Promise<void>;
};

/** A platform and a courier with a return between them, told of each other's events. */
const authorised = async (terms?: object): Promise<Authorised> => {
  const both = await exchange();
  const { act, toCourier, toPlatform, settled, platform } = both;
  if (terms !== undefined) {
    const store = platform.system.options.store;
    const [row] = await store.list({ collection: 'agreement', owner: MERCHANT });
    if (row === undefined) throw new Error('the merchant has no agreement');
    const body = { ...(row.body as object), returnTerms: terms };
    await store.apply([{ kind: 'put', row: { ...row, body } }]);
  }
  expect((await act('platform', 'CREATE_SUBSCRIPTION', {})).state).toBe('SUCCEEDED');
  await act('platform', 'SUBMIT_ORDER', { orderNo: 'SO-1', consigneeSeed: 'p1' });
  const { result } = await act('platform', 'CREATE_WAYBILL', { orderNo: 'SO-1' });
  const scanOf = async (waybillNo: string, eventCode: string): Promise<void> => {
    const body = { carrierCode: 'ZZ', waybillNo, eventCode };
    expect((await toCourier('POST', '/v1/test-controls/scans', body)).status).toBe(201);
    await settled();
    for (const call of [toCourier, toPlatform])
      await call('POST', '/v1/test-controls/clock/advance', { by: 'PT1M' });
    await settled();
  };
  for (const code of TO_THE_DOOR) await scanOf(result.waybillNo, code);
  const made = await act('platform', 'AUTHORISE_RETURN', { waybillNo: result.waybillNo });
  expect(made.state).toBe('SUCCEEDED');
  const back = String(made.result.waybillNo);
  return {
    ...both,
    rmaNo: String(made.result.resourceId),
    back,
    scan: (eventCode) => scanOf(back, eventCode),
  };
};

/** Refunds that a merchant was told of, whether or not it is subscribed. */
const refundsOf = async ({ platform }: Authorised): Promise<readonly object[]> =>
  (await platform.system.options.store.list({ collection: 'event', owner: MERCHANT }))
    .map((row) => row.body as { readonly type: string; readonly data: object })
    .filter(({ type }) => type === 'org.openwaybill.returns.refund.triggered')
    .map(({ data }) => data);

const inspectionOf = (rmaNo: string, acceptedCount: number) => ({
  rmaNo,
  lines: [{ lineNo: 1, grade: acceptedCount === 0 ? 'REJECTED' : 'A', acceptedCount }],
  inspectedAt: '2026-11-12T10:00:00+08:00',
});

describe('a refund', () => {
  test('follows an inspection, once', async () => {
    const both = await authorised();
    for (const code of TO_THE_DOOR) await both.scan(code);
    expect(await refundsOf(both)).toEqual([]);
    const found = await hearOf(both, inspectionOf(both.rmaNo, 1));
    expect(found).toBe('REFUNDED');
    expect(await refundsOf(both)).toMatchObject([
      { rmaNo: both.rmaNo, basis: 'INSPECTION', amount: { currency: 'CNY', minor: 6400 } },
    ]);
    await hearOf(both, inspectionOf(both.rmaNo, 1));
    expect(await refundsOf(both)).toHaveLength(1);
    expect(both.faults).toEqual([]);
  });

  test('is refused where nothing was accepted', async () => {
    const both = await authorised();
    for (const code of TO_THE_DOOR) await both.scan(code);
    expect(await hearOf(both, inspectionOf(both.rmaNo, 0))).toBe('REFUSED');
    expect(await refundsOf(both)).toEqual([]);
  });

  test('follows the pickup by an agreed rule', async () => {
    const both = await authorised({ refundBasis: 'PICKUP' });
    await both.scan('PICKED_UP');
    expect(await refundsOf(both)).toMatchObject([{ basis: 'PICKUP' }]);
    for (const code of ['OUT_FOR_DELIVERY', 'DELIVERED']) await both.scan(code);
    await hearOf(both, inspectionOf(both.rmaNo, 1));
    expect(await refundsOf(both)).toHaveLength(1);
  });

  test('rests on something, also by test control', async () => {
    const both = await authorised();
    await both.scan('PICKED_UP');
    for (const fact of ['REFUND_BY_AGREED_RULE', 'REFUND_BY_INSPECTION'])
      expect(
        await both.act('platform', 'CAUSE_FACT', {
          collection: 'returns',
          resourceId: both.rmaNo,
          fact,
        }),
      ).toMatchObject({ state: 'FAILED', result: { code: 'STATE_ILLEGAL' } });
    expect(await refundsOf(both)).toEqual([]);
  });
});

/** The platform hears of an inspection by its warehouse; the state of the return a minute later. */
const hearOf = async (
  { platform, toPlatform, settled, rmaNo }: Authorised,
  inspection: ReturnType<typeof inspectionOf>,
): Promise<string> => {
  const { system } = platform;
  const [receive] = (await import('../../src/modules/index.ts')).receiversOf(
    'org.openwaybill.returns.inspection.recorded',
  );
  await system.transact(PLATFORM, async (unit, now) =>
    receive?.(system, unit, now, 'WAREHOUSE1', inspection),
  );
  await toPlatform('POST', '/v1/test-controls/clock/advance', { by: 'PT1M' });
  await settled();
  return String(
    (await toPlatform('GET', `/v1/returns/${rmaNo}`, undefined, { as: MERCHANT })).body.status,
  );
};
