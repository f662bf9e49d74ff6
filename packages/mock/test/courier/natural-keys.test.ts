import type { OrderSubmission } from '@openwaybill/schemas';
import { expect, test } from 'vitest';
import {
  creation,
  OTHER_PLATFORM,
  plan,
  scan,
  ship,
  submission,
  testCourier,
} from '../mock-courier.ts';

test('the same order under another key is the order that exists', async () => {
  const courier = await testCourier();
  const remarked = submission('SO-1', { remark: '易碎' });
  await courier.call('POST', '/orders', remarked);
  const { revision } = (await courier.call('GET', '/orders/SO-1')).body;
  await courier.call(
    'PATCH',
    '/orders/SO-1',
    { service: { product: 'EXPRESS' } },
    { headers: { 'If-Match': `"${revision}"` } },
  );
  const reordered = Object.fromEntries(Object.entries(remarked).reverse());
  const again = await courier.call('POST', '/orders', reordered);
  expect(again.status).toBe(200);
  expect(again.headers.get('Idempotency-Replayed')).toBe('true');
  expect(again.body).toMatchObject({ revision: revision + 1, service: { product: 'EXPRESS' } });
  expect(courier.faults).toEqual([]);
});

const others: readonly (readonly [string, Partial<OrderSubmission>])[] = [
  ['another remark', { remark: '轻放' }],
  ['no remark', {}],
  ['another package', { remark: '易碎', packages: [plan('P9')] }],
];
test.each(others)('an order number with %s is a duplicate', async (_, more) => {
  const courier = await testCourier();
  await courier.call('POST', '/orders', submission('SO-1', { remark: '易碎' }));
  const again = await courier.call('POST', '/orders', submission('SO-1', more));
  expect(again.body).toMatchObject({ status: 409, code: 'DUPLICATE' });
  expect(courier.faults).toEqual([]);
});

test('a key under another body is refused, and its problem is whole', async () => {
  const courier = await testCourier();
  const key = '00000000-0000-4000-8000-aaaaaaaaaaaa';
  await courier.call('POST', '/orders', submission('SO-1'), { key });
  const again = await courier.call('POST', '/orders', submission('SO-2'), { key });
  expect(again.body).toMatchObject({ status: 422, code: 'IDEMPOTENCY_KEY_REUSED' });
  expect(courier.faults).toEqual([]);
});

test('a package has one number however often it is asked for', async () => {
  const courier = await testCourier();
  await courier.call('POST', '/orders', submission());
  const answers = await Promise.all(
    Array.from({ length: 32 }, () => courier.call('POST', '/waybills', creation())),
  );
  expect(new Set(answers.map(({ body }) => body.waybillNo)).size).toBe(1);
  expect(answers.map(({ status }) => status).sort()).toEqual([...Array(31).fill(200), 201]);
  expect(answers.filter(({ headers }) => headers.get('Idempotency-Replayed'))).toHaveLength(31);
  expect(courier.faults).toEqual([]);
});

test('a new attempt replaces only a voided number', async () => {
  const courier = await testCourier();
  const [first = ''] = await ship(courier);
  const second = creation('SO-1', { attempt: 2 });
  const early = await courier.call('POST', '/waybills', second);
  expect(early.body).toMatchObject({ code: 'STATE_ILLEGAL', from: 'LABELLED' });
  const jump = await courier.call('POST', '/waybills', creation('SO-1', { attempt: 3 }));
  expect(jump.body).toMatchObject({ code: 'RULE_VIOLATION' });
  await courier.call('POST', `/waybills/${first}/cancel`, { reason: 'OTHER' });
  expect((await courier.call('GET', '/orders/SO-1')).body.status).toBe('ALLOCATED');
  const made = await courier.call('POST', '/waybills', second);
  expect(made.status).toBe(201);
  expect(made.body.waybillNo).not.toBe(first);
  expect((await courier.call('POST', '/waybills', creation())).body.waybillNo).toBe(first);
  expect(courier.faults).toEqual([]);
});

test('a voided number shows its parcel as cancelled', async () => {
  const courier = await testCourier();
  const [waybillNo = ''] = await ship(courier);
  const voided = await courier.call('POST', `/waybills/${waybillNo}/cancel`, { reason: 'OTHER' });
  expect(voided.body).toMatchObject({ outcome: 'VOIDED', status: 'VOIDED', revision: 3 });
  const parcel = await courier.call('GET', `/parcels/ZZ/${waybillNo}`);
  expect(parcel.body).toMatchObject({ status: 'CANCELLED', eventCount: 1, terminal: true });
});

const theirs: readonly { method: string; path: string; body?: object }[] = [
  { method: 'GET', path: '/orders/SO-1' },
  { method: 'GET', path: '/waybills/NO' },
  { method: 'GET', path: '/waybills/NO/label' },
  { method: 'GET', path: '/parcels/ZZ/NO' },
  { method: 'GET', path: '/parcels/ZZ/NO/events' },
  { method: 'GET', path: '/parcels/ZZ/NO/proof-of-delivery' },
  { method: 'POST', path: '/orders/SO-1/cancel', body: { reason: 'OTHER' } },
  { method: 'POST', path: '/waybills/NO/cancel', body: { reason: 'OTHER' } },
  { method: 'POST', path: '/waybills', body: creation() },
];
test.each(theirs)('$method $path of another platform is unknown', async (request) => {
  const { method, path, body } = request;
  const courier = await testCourier();
  const [waybillNo = ''] = await ship(courier);
  await scan(courier, waybillNo, 'DELIVERED');
  const at = path.replace('NO', waybillNo);
  const got = await courier.call(method, at, body, { as: OTHER_PLATFORM });
  const unknown = await courier.call(
    method,
    path.replace('NO', 'ZZ010000009996').replace('SO-1', 'SO-9'),
    body === undefined ? undefined : 'orderNo' in body ? creation('SO-9') : body,
    { as: OTHER_PLATFORM },
  );
  const comparable = ({ instance: _, ...rest }: Record<string, unknown>) => rest;
  expect(got.status).toBe(404);
  expect(comparable(got.body)).toEqual(comparable(unknown.body));
});

test('two platforms may use one order number', async () => {
  const courier = await testCourier();
  await courier.call('POST', '/orders', submission());
  const second = await courier.call(
    'POST',
    '/orders',
    submission('SO-1', { packages: [plan('P7')] }),
    { as: OTHER_PLATFORM },
  );
  expect(second.status).toBe(201);
  expect((await courier.call('GET', '/orders')).body.items).toHaveLength(1);
});

test('an order lists no more numbers than it may have packages', async () => {
  const courier = await testCourier();
  const packages = Array.from({ length: 100 }, (_, index) => plan(`P${index}`));
  await courier.call('POST', '/orders', submission('SO-1', { packages }));
  const items = packages.map(({ packageId }) => creation('SO-1', { packageId }));
  const made = await courier.call('POST', '/waybills/batch', { items });
  const first = made.body.results[0].resource.waybillNo;
  await courier.call('POST', `/waybills/${first}/cancel`, { reason: 'OTHER' });
  const attempt = creation('SO-1', { packageId: 'P0', attempt: 2 });
  const second = (await courier.call('POST', '/waybills', attempt)).body.waybillNo;
  const { waybills } = (await courier.call('GET', '/orders/SO-1')).body;
  expect(waybills).toHaveLength(100);
  expect(waybills[0]).toEqual({ packageId: 'P0', attempt: 2, waybillNo: second });
  const again = await courier.call('POST', '/waybills', creation('SO-1', { packageId: 'P0' }));
  expect(again.body.waybillNo).toBe(first);
  expect(courier.faults).toEqual([]);
});
