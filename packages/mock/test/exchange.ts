import { SPOKEN_VERSION } from '@openwaybill/schemas';
import type { StoredEvent } from '../src/events/outbox.ts';
import type { Delivery, Mock } from '../src/index.ts';
import {
  createTestMock,
  type TestMock,
  type TestMockOptions,
  type TestParty,
} from '../src/testing.ts';
import { faultsOfAnswer, faultsOfEvent, faultsOfRequest, operationOf } from './judged-exchange.ts';
import type { Got, Sent } from './mock-courier.ts';

export const COURIER = 'ZZEXPRESS';
export const PLATFORM = 'SHOPONE';
export const OTHER_COURIER = 'YYEXPRESS';
export const MERCHANT = 'MERCHANT1';

const ORIGINS: Readonly<Record<string, string>> = {
  [COURIER]: 'https://courier.test',
  [PLATFORM]: 'https://platform.test',
};

export type Caller = (method: string, path: string, body?: unknown, sent?: Sent) => Promise<Got>;

/** What answers for a receiver or a peer before the mock itself: an outage, a lost answer. Nothing: the mock. */
export type Intervention = (
  request: Request,
) => Promise<Response | undefined> | Response | undefined;

let keyCount = 0;
export const nextKey = (): string => {
  keyCount += 1;
  return `00000000-0000-4000-8000-${String(keyCount).padStart(12, '0')}`;
};

const readJson = (text: string): unknown => (text === '' ? undefined : JSON.parse(text));

/** Speaks to one mock with the development token of a counterparty; every answer is judged as a sender's. */
export const callerOf =
  (mock: Mock, origin: string, self: string, faults: string[]): Caller =>
  async (method, path, body, sent = {}) => {
    const token = mock.developmentTokens.get(sent.as ?? self);
    const response = await mock.fetch(
      new Request(`${origin}${path}`, {
        method,
        headers: {
          ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
          'OpenWaybill-Version': SPOKEN_VERSION,
          ...(method === 'POST' ? { 'Idempotency-Key': sent.key ?? nextKey() } : {}),
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...sent.headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
    const answer = readJson(await response.clone().text());
    const operation = operationOf(method, path.split('?')[0] ?? '');
    if (operation !== undefined)
      faults.push(
        ...faultsOfAnswer(operation, response, answer).map((one) => `${operation.name}: ${one}`),
      );
    return { status: response.status, body: answer, headers: response.headers };
  };

export type Exchange = {
  readonly courier: TestMock;
  readonly platform: TestMock;
  /** Calls to the courier as the platform, and to the platform as the courier. */
  readonly toCourier: Caller;
  readonly toPlatform: Caller;
  readonly delivered: readonly Delivery[];
  readonly events: (type: string) => readonly StoredEvent[];
  /** Every answer, request or event that a sender must not send. */
  readonly faults: readonly string[];
  readonly intervene: (intervention: Intervention | undefined) => void;
  /** Until nothing goes on in either of them. */
  readonly settled: () => Promise<void>;
  /** Runs an action of a mock to its end, and answers how it ended. */
  readonly act: (
    at: 'courier' | 'platform',
    action: string,
    input: Readonly<Record<string, unknown>>,
  ) => Promise<Got['body']>;
};

const party = (partyId: string, role: TestParty['role']): TestParty => ({
  partyId,
  role,
  name: partyId,
  ...(ORIGINS[partyId] === undefined ? {} : { baseUrl: ORIGINS[partyId] }),
});

/** A courier and a platform in one process that talk to each other by requests, as strangers would. */
export const exchange = async (
  options: { readonly courier?: TestMockOptions; readonly platform?: TestMockOptions } = {},
): Promise<Exchange> => {
  const faults: string[] = [];
  const delivered: Delivery[] = [];
  const mocks = new Map<string, TestMock>();
  let intervention: Intervention | undefined;

  const fetch = async (request: Request): Promise<Response> => {
    const url = new URL(request.url);
    const operation = operationOf(request.method, url.pathname);
    if (operation !== undefined && operation.name !== 'receive-event')
      faults.push(
        ...faultsOfRequest(operation, readJson(await request.clone().text())).map(
          (one) => `request ${operation.name}: ${one}`,
        ),
      );
    const instead = await intervention?.(request.clone());
    if (instead !== undefined) {
      if (instead.type === 'error') throw new TypeError('the connection was lost');
      return instead;
    }
    const mock = mocks.get(url.origin);
    if (mock === undefined) throw new TypeError(`nobody listens at ${url.origin}`);
    return mock.fetch(request);
  };
  const send = async (delivery: Delivery) => {
    const event = JSON.parse(delivery.body) as StoredEvent;
    faults.push(...faultsOfEvent(event).map((one) => `event ${event.type}: ${one}`));
    delivered.push(delivery);
    try {
      const { url, headers, body } = delivery;
      const answer = await fetch(new Request(url, { method: 'POST', headers, body }));
      return { status: answer.status, body: await answer.text() };
    } catch {
      return { status: 0, body: '' };
    }
  };
  const common = { fetch, send };
  const courier = await createTestMock({
    role: 'courier',
    ...common,
    counterparties: [party(PLATFORM, 'platform')],
    ...options.courier,
  });
  const platform = await createTestMock({
    role: 'platform',
    ...common,
    counterparties: [
      party(COURIER, 'courier'),
      party(OTHER_COURIER, 'courier'),
      party(MERCHANT, 'merchant'),
    ],
    ...options.platform,
  });
  mocks.set('https://courier.test', courier).set('https://platform.test', platform);
  const toCourier = callerOf(courier, 'https://courier.test', PLATFORM, faults);
  const toPlatform = callerOf(platform, 'https://platform.test', COURIER, faults);
  const settled = async () => {
    // work of one wakes work of the other
    for (let round = 0; round < 3; round += 1) {
      await courier.settled();
      await platform.settled();
    }
  };
  return {
    courier,
    platform,
    toCourier,
    toPlatform,
    delivered,
    faults,
    events: (type) =>
      delivered
        .map(({ body }) => JSON.parse(body) as StoredEvent)
        .filter((event) => event.type === `org.openwaybill.${type}`),
    intervene: (one) => {
      intervention = one;
    },
    settled,
    act: async (at, action, input) => {
      const call = at === 'courier' ? toCourier : toPlatform;
      const { body } = await call('POST', '/v1/test-controls/actions', { action, input });
      await settled();
      return (await call('GET', `/v1/test-controls/actions/${body.actionId}`)).body;
    },
  };
};
