import type { Role } from '@openwaybill/schemas';
import { seededRandom } from '../src/engine/invent.ts';
import type { StoredEvent } from '../src/events/outbox.ts';
import { acquaint, type City } from '../src/stories/index.ts';
import { createTestMock, type TestMock, type TestParty } from '../src/testing.ts';
import { faultsOfAnswer, faultsOfEvent, faultsOfRequest, operationOf } from './judged-exchange.ts';

const PARTY_IDS: Readonly<Partial<Record<Role, string>>> = {
  courier: 'ZZEXPRESS',
  platform: 'SHOPONE',
  'packaging-operator': 'PACKAGING1',
};

const originOf = (role: Role): string => `https://${role}.test`;

const partyOf = (role: Role): TestParty => ({
  partyId: PARTY_IDS[role] ?? `${role.toUpperCase().replaceAll('-', '')}1`,
  role,
  name: role,
  baseUrl: originOf(role),
});

const readJson = (text: string): unknown => (text === '' ? undefined : JSON.parse(text));

export type TestCity = City & {
  readonly mocks: ReadonlyMap<Role, TestMock>;
  /** Every answer, request or event that a sender must not send. */
  readonly faults: readonly string[];
  /** Every event that its receiver took: to whom, and what. */
  readonly received: readonly { readonly to: string; readonly event: StoredEvent }[];
};

/** Parties in one process that talk to each other by requests, as strangers would; all know each other. */
export const createTestCity = async (roles: readonly Role[]): Promise<TestCity> => {
  const faults: string[] = [];
  const received: { readonly to: string; readonly event: StoredEvent }[] = [];
  const mocks = new Map<Role, TestMock>();

  const fetch = async (request: Request): Promise<Response> => {
    const url = new URL(request.url);
    const mock = [...mocks].find(([role]) => originOf(role) === url.origin)?.[1];
    if (mock === undefined) throw new TypeError(`nobody listens at ${url.origin}`);
    const operation = operationOf(request.method, url.pathname);
    const response = await mock.fetch(request);
    if (operation !== undefined)
      faults.push(
        ...faultsOfAnswer(operation, response, readJson(await response.clone().text())).map(
          (one) => `answer ${operation.name}: ${one}`,
        ),
      );
    return response;
  };
  const own = async (request: Request): Promise<Response> => {
    const operation = operationOf(request.method, new URL(request.url).pathname);
    if (operation !== undefined)
      faults.push(
        ...faultsOfRequest(operation, readJson(await request.clone().text())).map(
          (one) => `request ${operation.name}: ${one}`,
        ),
      );
    return fetch(request);
  };

  for (const role of roles)
    mocks.set(
      role,
      await createTestMock({
        ...partyOf(role),
        role,
        counterparties: roles.filter((other) => other !== role).map(partyOf),
        fetch: own,
        send: async ({ url, headers, body }) => {
          const event = JSON.parse(body) as StoredEvent;
          faults.push(...faultsOfEvent(event).map((one) => `event ${event.type}: ${one}`));
          const answer = await fetch(new Request(url, { method: 'POST', headers, body }));
          if (answer.status < 300) received.push({ to: new URL(url).origin, event });
          return { status: answer.status, body: await answer.text() };
        },
      }),
    );
  const city: TestCity = {
    roles,
    mocks,
    faults,
    received,
    addressOf: originOf,
    call: (by, request, at) => {
      const token = mocks.get(at)?.developmentTokens.get(partyOf(by).partyId);
      request.headers.set('Authorization', `Bearer ${token}`);
      return fetch(request);
    },
    settled: async () => {
      // work of one wakes work of others
      for (let round = 0; round < 3; round++)
        for (const mock of mocks.values()) await mock.settled();
    },
  };
  await acquaint(city, seededRandom(1));
  return city;
};
