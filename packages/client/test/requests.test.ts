import { SPOKEN_VERSION } from '@openwaybill/schemas';
import { expect, test } from 'vitest';
import { connect } from '../src/index.ts';
import { localServer } from './local-server.ts';
import { draft, order, waybill } from './messages.ts';
import { virtualTime } from './virtual-time.ts';

const KEY = '0197f0a2-6d3a-7c31-9b1e-2f4f5a6b7c8d';
/** Sixteen bytes of 0xff, with the bits of version and variant. */
const RANDOM_KEY = 'ffffffff-ffff-4fff-bfff-ffffffffffff';

const courierAt = (baseUrl: string) =>
  connect({ baseUrl, role: 'platform', token: 'abc', ...virtualTime() });
type Courier = ReturnType<typeof courierAt>;

test.each<[string, { given: (courier: Courier) => Promise<unknown>; want: object }]>([
  [
    'a call with a key makes one where none is given',
    {
      given: (courier) => courier.createWaybill({ body: draft }),
      want: {
        method: 'POST',
        url: '/v1/waybills',
        body: JSON.stringify(draft),
        headers: {
          'idempotency-key': RANDOM_KEY,
          'openwaybill-version': SPOKEN_VERSION,
          authorization: 'Bearer abc',
          'content-type': 'application/json',
          'cache-control': 'no-store',
          'if-match': undefined,
        },
      },
    },
  ],
  [
    'a key that is given is sent as it is',
    {
      given: (courier) => courier.createWaybill({ body: draft, idempotencyKey: KEY }),
      want: { headers: { 'idempotency-key': KEY } },
    },
  ],
  [
    'a read has no key and no content type',
    {
      given: (courier) => courier.getOrder({ path: { orderNo: 'SO-1' } }),
      want: {
        method: 'GET',
        url: '/v1/orders/SO-1',
        headers: { 'idempotency-key': undefined, 'content-type': undefined },
      },
    },
  ],
  [
    'a parameter of the path is escaped',
    {
      given: (courier) => courier.getOrder({ path: { orderNo: '../a b?c' } }),
      want: { url: '/v1/orders/..%2Fa%20b%3Fc' },
    },
  ],
  [
    'a revision becomes an entity tag',
    {
      given: (courier) => courier.updateOrder({ path: { orderNo: 'SO-1' }, body: {}, ifMatch: 3 }),
      want: { method: 'PATCH', headers: { 'if-match': '"3"' } },
    },
  ],
  [
    'query parameters are escaped and absent ones left out',
    {
      given: (courier) =>
        courier.listOrders({ query: { updatedSince: '2026-11-22T09:00:00+08:00', limit: 20 } }),
      want: { url: '/v1/orders?updatedSince=2026-11-22T09%3A00%3A00%2B08%3A00&limit=20' },
    },
  ],
  [
    'an operation that is open to everybody gets no token',
    {
      given: (courier) => courier.getCapabilities(),
      want: { url: '/.well-known/openwaybill', headers: { authorization: undefined } },
    },
  ],
])('%s', async (_title, { given, want }) => {
  const server = await localServer({ json: {} });
  await given(courierAt(`${server.url}/`));
  const { headers = {}, ...rest } = want as { headers?: object };
  expect(server.arrived[0]).toMatchObject(rest);
  for (const [name, value] of Object.entries(headers))
    expect([name, server.arrived[0]?.headers[name]]).toEqual([name, value]);
});

test('a connection with a role has the operations of that role only', () => {
  const courier = connect({ baseUrl: 'http://courier.test', role: 'platform' });
  expect(Object.keys(courier)).toContain('createWaybill');
  expect(Object.keys(courier)).not.toContain('requestReveal');
});

test('an answer has its status, its revision and whether it was replayed', async () => {
  const server = await localServer({
    status: 201,
    headers: { etag: '"7"', 'idempotency-replayed': 'true' },
    json: waybill,
  });
  expect(await courierAt(server.url).createWaybill({ body: draft })).toEqual({
    ok: true,
    status: 201,
    value: waybill,
    replayed: true,
    revision: 7,
  });
});

test('members and codes that a newer minor added are kept', async () => {
  const newer = { ...order, addedLater: { deep: [1] }, service: { product: 'ADDED_LATER' } };
  const server = await localServer({ json: newer });
  const courier = connect({ baseUrl: server.url, ...virtualTime(), validate: true });
  expect(await courier.getOrder({ path: { orderNo: 'SO-1' } })).toMatchObject({ value: newer });
});

test('a function for the token is asked for every call', async () => {
  const server = await localServer({ json: order });
  const tokens = ['t1', 't2'];
  const token = () => tokens.shift() ?? 'none';
  const courier = connect({ baseUrl: server.url, token, ...virtualTime() });
  await courier.getOrder({ path: { orderNo: 'SO-1' } });
  await courier.getOrder({ path: { orderNo: 'SO-1' } });
  expect(server.arrived.map(({ headers }) => headers.authorization)).toEqual([
    'Bearer t1',
    'Bearer t2',
  ]);
});
