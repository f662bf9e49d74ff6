import { readdirSync, readFileSync } from 'node:fs';
import { SPOKEN_VERSION } from '@openwaybill/schemas';
import { createRecorder } from '../src/inspector/recorder.ts';
import { listen } from '../src/node.ts';
import { createTestMock, type TestMock, type TestMockOptions } from '../src/testing.ts';
import { creation, submission } from './mock-courier.ts';

const FOLDER = new URL('../../../seeds/scenarios/', import.meta.url);

/** The scenarios that come with the mock. */
export const seededScenarios = (): readonly unknown[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')));

export type Inspected = {
  readonly mock: TestMock;
  readonly url: string;
  readonly call: (method: string, path: string, body?: unknown) => Promise<Response>;
  readonly close: () => Promise<void>;
};

/** A courier on a port of its own, watched by a recorder. */
export const inspectedCourier = async (
  page: string,
  more: TestMockOptions = {},
): Promise<Inspected> => {
  const answering: { fetch: (request: Request) => Promise<Response> } = {
    fetch: async () => new Response(null, { status: 503 }),
  };
  const listening = await listen((request) => answering.fetch(request), {
    port: 0,
    hostname: '127.0.0.1',
  });
  const mock = await createTestMock({
    baseUrl: listening.url,
    movement: 'SCENARIO',
    world: { scenarios: seededScenarios() },
    recorder: createRecorder(),
    inspectorPage: async () => page,
    ...more,
  });
  answering.fetch = mock.fetch;
  const [token] = mock.developmentTokens.values();
  return {
    mock,
    url: listening.url,
    call: async (method, path, body) => {
      const answer = await fetch(listening.url + path, {
        method,
        headers: {
          Authorization: `Bearer ${token}`,
          'OpenWaybill-Version': SPOKEN_VERSION,
          ...(method === 'POST' ? { 'Idempotency-Key': crypto.randomUUID() } : {}),
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      await mock.settled();
      return answer;
    },
    close: async () => {
      await listening.close();
      await mock.close();
    },
  };
};

/** An order with a waybill for each scenario, a subscription, a day of virtual time, and requests that are refused. */
export const liveADay = async (
  { call, mock }: Inspected,
  scenarios: readonly string[],
): Promise<readonly string[]> => {
  await call('POST', '/v1/event-subscriptions', {
    subscriptionId: '019a3b10-5c00-7a10-8b20-0c3d4e5f60b1',
    callbackUrl: 'https://platform.test/v1/event-inbox',
    eventTypes: mock.registry.events
      .filter(({ from, to }) => from.includes('courier') && to.includes('platform'))
      .map(({ type }) => type),
    signing: 'V1A',
  });
  const numbers: string[] = [];
  for (const [index, scenario] of scenarios.entries()) {
    const orderNo = `MOCK-${scenario}-${index + 1}`;
    await call('POST', '/v1/orders', submission(orderNo));
    const made = await call('POST', '/v1/waybills', creation(orderNo));
    numbers.push(((await made.json()) as { readonly waybillNo: string }).waybillNo);
  }
  await call('POST', '/v1/test-controls/clock/advance', { by: 'PT30H' });
  await call('POST', '/v1/waybills', { orderNo: 'SO-404' });
  await call('GET', '/v1/orders/SO-404');
  await call('POST', `/v1/waybills/${numbers[0]}/cancel`, { reason: 'BUYER_CANCELLED' });
  await call('GET', `/v1/parcels/ZZ/${numbers[0]}`);
  return numbers;
};
