import { describe, expect, test } from 'vitest';
import { creation, plan, scan, ship, submission, testCourier } from '../mock-courier.ts';

const SANSHA = { regionCode: '460301', regionCodeVersion: 'NBS-2023' };
const lanes = [
  ['an ordinary lane', { packages: [plan('P1')] }, undefined],
  ['a heavy box', { packages: [plan('P1', 60_000)] }, 'OVERWEIGHT'],
  ['a product that is not offered', { service: { product: 'COLD_CHAIN' } }, 'PRODUCT_NOT_OFFERED'],
  [
    'an area that is not served',
    {
      consignee: {
        ...submission().consignee,
        addressMasked: { provinceName: '海南省', cityName: '三沙市', tail: '****', ...SANSHA },
      },
    },
    'OUT_OF_AREA',
  ],
] as const;
test.each(lanes)('check and decision agree for %s', async (_, more, reason) => {
  const courier = await testCourier();
  const order = submission('SO-1', more as Parameters<typeof submission>[1]);
  const { addressMasked } = order.consignee;
  const checked = await courier.call('POST', '/serviceability-checks', {
    lanes: [
      {
        origin: order.shipper.pickupAddress?.region,
        destination: {
          countryCode: 'CN',
          regionCode: addressMasked.regionCode,
          regionCodeVersion: addressMasked.regionCodeVersion,
        },
        product: order.service.product,
        weightGrams: order.packages[0]?.weightGrams,
      },
    ],
  });
  expect(checked.body.results[0]).toMatchObject({
    reachable: reason === undefined,
    restrictions: reason === undefined ? [] : [reason],
  });
  const decided = await courier.call('POST', '/orders', order);
  expect(decided.status).toBe(201);
  expect(decided.body).toMatchObject({
    decision: reason === undefined ? 'ACCEPTED' : 'REJECTED',
    ...(reason === undefined ? {} : { rejectReason: reason }),
  });
  expect(courier.faults).toEqual([]);
});

describe('an update', () => {
  const conditions = [
    ['without If-Match', {}, 428],
    ['with a stale revision', { 'If-Match': '"1"' }, 412],
    ['with the present revision', { 'If-Match': '"2"' }, 200],
  ] as const;
  test.each(conditions)('%s is answered %s', async (_, headers, status) => {
    const courier = await testCourier();
    await courier.call('POST', '/orders', submission());
    const before = (await courier.call('GET', '/orders/SO-1')).body;
    const body = { service: { product: 'EXPRESS' }, clear: ['deliveryPreferences'] };
    const got = await courier.call('PATCH', '/orders/SO-1', body, { headers });
    expect(got.status).toBe(status);
    const after = (await courier.call('GET', '/orders/SO-1')).body;
    if (status === 200)
      expect(after).toMatchObject({ revision: 3, service: { product: 'EXPRESS' } });
    else expect(after).toEqual(before);
    expect(courier.faults).toEqual([]);
  });

  test('that takes away a package with a number is refused', async () => {
    const courier = await testCourier();
    await ship(courier);
    const got = await courier.call(
      'PATCH',
      '/orders/SO-1',
      { packages: [plan('P2')] },
      { headers: { 'If-Match': '"3"' } },
    );
    expect(got.body).toMatchObject({ code: 'RULE_VIOLATION', errors: [{ pointer: '/packages' }] });
  });
});

describe('a cancellation', () => {
  const cancel = (packageIds?: readonly string[]) => ({
    reason: 'OUT_OF_STOCK',
    ...(packageIds === undefined ? {} : { packageIds }),
  });

  test('of some packages leaves the others', async () => {
    const courier = await testCourier();
    const [, second = ''] = await ship(courier, 'SO-1', ['P1', 'P2']);
    const got = await courier.call('POST', '/orders/SO-1/cancel', cancel(['P2']));
    expect(got.body).toMatchObject({
      outcome: 'CANCELLED',
      packages: [{ packageId: 'P2', outcome: 'CANCELLED' }],
      status: 'ALLOCATED',
    });
    expect((await courier.call('GET', `/waybills/${second}`)).body.status).toBe('VOIDED');
    const order = (await courier.call('GET', '/orders/SO-1')).body;
    expect(order.packages).toHaveLength(2);
    expect(order.revision).toBe(got.body.revision);
    const again = await courier.call(
      'POST',
      '/waybills',
      creation('SO-1', { packageId: 'P2', attempt: 2 }),
    );
    expect(again.body.code).toBe('STATE_ILLEGAL');
    const rest = await courier.call('POST', '/orders/SO-1/cancel', cancel(['P1']));
    expect(rest.body).toMatchObject({ outcome: 'CANCELLED', status: 'CANCELLED' });
    expect(courier.faults).toEqual([]);
  });

  test('of a package that the order lacks is refused at its pointer', async () => {
    const courier = await testCourier();
    await courier.call('POST', '/orders', submission());
    const got = await courier.call('POST', '/orders/SO-1/cancel', cancel(['P1', 'P9']));
    expect(got.body).toMatchObject({
      code: 'RULE_VIOLATION',
      errors: [{ pointer: '/packageIds/1' }],
    });
  });

  test('of an order with numbers voids them and sends both steps', async () => {
    const courier = await testCourier();
    const [waybillNo = ''] = await ship(courier);
    const got = await courier.call('POST', '/orders/SO-1/cancel', cancel());
    expect(got.body).toMatchObject({ outcome: 'CANCELLED', status: 'CANCELLED', revision: 5 });
    expect((await courier.call('GET', `/waybills/${waybillNo}`)).body.status).toBe('VOIDED');
    expect((await courier.events('order.status.changed')).slice(-2)).toMatchObject([
      { toStatus: 'CANCEL_REQUESTED', revision: 4 },
      { toStatus: 'CANCELLED', revision: 5 },
    ]);
  });

  test('waits for a courier that is under way', async () => {
    const courier = await testCourier();
    const [waybillNo = ''] = await ship(courier);
    await scan(courier, waybillNo, 'PICKUP_ASSIGNED');
    const got = await courier.call('POST', '/orders/SO-1/cancel', cancel());
    expect(got.body).toMatchObject({ outcome: 'PENDING_INTERCEPT', status: 'CANCEL_REQUESTED' });
  });
});

test('orders are listed by status, page by page', async () => {
  const courier = await testCourier();
  for (let n = 1; n <= 5; n++) await courier.call('POST', '/orders', submission(`SO-${n}`));
  await courier.call('POST', '/orders/SO-3/cancel', { reason: 'OTHER' });
  const first = await courier.call('GET', '/orders?status=ACCEPTED&limit=3');
  expect(first.body.items.map(({ orderNo }: { orderNo: string }) => orderNo)).toEqual([
    'SO-1',
    'SO-2',
    'SO-4',
  ]);
  const path = `/orders?status=ACCEPTED&limit=3&cursor=${first.body.nextCursor}`;
  const second = await courier.call('GET', path);
  expect(second.body.items).toHaveLength(1);
  expect(second.body.nextCursor).toBeUndefined();
});
