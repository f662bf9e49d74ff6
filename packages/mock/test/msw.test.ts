import { SPOKEN_VERSION } from '@openwaybill/schemas';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { handlers } from '../src/msw.ts';
import { createTestMock, type TestMock } from '../src/testing.ts';

const server = setupServer();
let mock: TestMock;

beforeAll(async () => {
  mock = await createTestMock();
  server.use(...handlers(mock));
  server.listen({ onUnhandledFrame: 'error' });
});
afterAll(() => server.close());

const get = (path: string, method = 'GET') => {
  const [token] = mock.developmentTokens.values();
  return fetch(`https://courier.test${path}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'OpenWaybill-Version': SPOKEN_VERSION },
  });
};

test('a fetch is answered by the mock', async () => {
  const answer = await get('/v1/orders');
  expect([answer.status, await answer.json()]).toEqual([200, { items: [] }]);
  expect((await get('/v1/orders', 'HEAD')).status).toBe(200);
});

test('a request that no handler has is an error', async () => {
  await expect(fetch('https://courier.test/v2/orders')).rejects.toThrow();
});

test('one operation is overridden and the others are not', async () => {
  server.use(
    http.get('https://courier.test/v1/orders', () => new HttpResponse(null, { status: 418 })),
  );
  expect((await get('/v1/orders')).status).toBe(418);
  expect((await get('/v1/waybills')).status).toBe(200);
});
