import { setupServer } from 'msw/node';
import { afterAll, beforeAll, test } from 'vitest';
import { handlers } from '../../src/msw.ts';
import { createTestMock } from '../../src/testing.ts';
import { CALL_CASES, proveCall } from './call-cases.ts';

const server = setupServer();

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterAll(() => server.close());

test.each(CALL_CASES)('%s', async (_title, given) => {
  const mock = await createTestMock();
  server.resetHandlers(...handlers(mock));
  await proveCall({ mock, origin: 'https://courier.test' }, given);
});
