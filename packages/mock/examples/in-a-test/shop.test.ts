import { handlers } from '@openwaybill/mock/msw';
import { createTestMock, type TestMock } from '@openwaybill/mock/testing';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { DAY, order, waybill } from '../order.ts';
import { shopAt } from './shop.ts';

const COURIER = 'https://courier.test';
const server = setupServer();
let courier: TestMock;
let shop: ReturnType<typeof shopAt>;

beforeAll(async () => {
  courier = await createTestMock({ movement: 'SCENARIO', world: { scenarios: [DAY] } });
  shop = shopAt(COURIER, courier.developmentTokens.get('SHOPONE') ?? '');
  server.use(...handlers(courier));
  // in MSW 3 the option has this name; what no handler has would go to the network otherwise
  server.listen({ onUnhandledFrame: 'error' });
});
afterEach(() => courier.control.reset());
afterAll(() => server.close());

type Waybill = { readonly waybillNo: string };

test('a parcel goes its way in virtual time', async () => {
  await shop.post('/v1/orders', order('SO-1'));
  const { waybillNo } = await shop.post<Waybill>('/v1/waybills', waybill('SO-1'));
  await courier.control.clock.advance({ until: { waybillNo, status: 'DELIVERED' } });
  expect(await shop.get(`/v1/parcels/ZZ/${waybillNo}`)).toMatchObject({ status: 'DELIVERED' });
});

test('an answer that is lost makes no second waybill', async () => {
  courier.control.faults.add({
    match: { operation: 'create-waybill' },
    do: { kind: 'commit-then-drop' },
    times: 1,
  });
  await shop.post('/v1/orders', order('SO-2'));
  const { waybillNo } = await shop.post<Waybill>('/v1/waybills', waybill('SO-2'));
  const { items } = await shop.get<{ readonly items: readonly Waybill[] }>('/v1/waybills');
  expect(items.map((one) => one.waybillNo)).toEqual([waybillNo]);
});

test('one operation answers as this test wants it, and the others as ever', async () => {
  const refusal = { code: 'SERVICE_UNAVAILABLE', status: 503 };
  server.use(
    http.post(`${COURIER}/v1/waybills`, () => HttpResponse.json(refusal, refusal), { once: true }),
  );
  await shop.post('/v1/orders', order('SO-3'));
  await expect(shop.post('/v1/waybills', waybill('SO-3'))).rejects.toThrow('SERVICE_UNAVAILABLE');
  await expect(shop.post('/v1/waybills', waybill('SO-3'))).resolves.toMatchObject({
    orderNo: 'SO-3',
  });
});
