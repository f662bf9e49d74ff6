import { SPOKEN_VERSION } from '@openwaybill/schemas';
import { expect, test } from 'vitest';
import { createTestMock, type TestMock, type TestMockOptions } from '../../src/testing.ts';
import { nextKey } from '../exchange.ts';
import { submission } from '../mock-courier.ts';

const TENANT = 'SHOPONE';

const courier = async (options: TestMockOptions = {}) => {
  const mock = await createTestMock({ wait: () => new Promise(() => undefined), ...options });
  const call = async (
    method: string,
    path: string,
    body?: unknown,
    more: Readonly<Record<string, string>> = {},
  ) => {
    const response = await mock.fetch(
      new Request(`https://courier.test${path}`, {
        method,
        headers: {
          Authorization: `Bearer ${mock.developmentTokens.get(TENANT)}`,
          'OpenWaybill-Version': SPOKEN_VERSION,
          ...(method === 'POST' ? { 'Idempotency-Key': nextKey() } : {}),
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...more,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    await mock.settled();
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? undefined : JSON.parse(text),
    };
  };
  return { mock, call };
};

/** Something that makes the courier send an event: the first agreement is suspended, or resumed. */
const stir = async ({ mock, call }: Awaited<ReturnType<typeof courier>>, step = 'suspend') => {
  const [first] = (await call('GET', '/v1/agreements')).body.items;
  await call('POST', `/v1/agreements/${first.agreementId}/${step}`);
  await mock.settled();
};

test('a header befalls a call and its repeats under one key', async () => {
  const { call } = await courier();
  const headers = { 'Idempotency-Key': nextKey(), 'Mock-Fault': 'kind=status; times=2' };
  const statuses = [];
  for (let time = 0; time < 3; time += 1)
    statuses.push((await call('POST', '/v1/orders', submission(), headers)).status);
  expect(statuses).toEqual([503, 503, 201]);
});

test('a refusal that is final binds its key', async () => {
  const { call } = await courier();
  const headers = { 'Idempotency-Key': nextKey(), 'Mock-Fault': 'kind=status; status=422' };
  const first = await call('POST', '/v1/orders', submission(), headers);
  const again = await call('POST', '/v1/orders', submission(), headers);
  expect([first.status, again.status]).toEqual([422, 422]);
  expect(again.headers.get('Idempotency-Replayed')).toBe('true');
  expect((await call('GET', '/v1/orders')).body.items).toEqual([]);
});

test('a header that says nothing known is refused', async () => {
  const { call } = await courier();
  const refused = await call('POST', '/v1/orders', submission(), { 'Mock-Fault': 'kind=flood' });
  expect([refused.status, refused.body.code, refused.body.errors[0].pointer]).toEqual([
    400,
    'PARAMETER_INVALID',
    '/Mock-Fault/do/kind',
  ]);
  expect((await call('GET', '/v1/orders')).body.items).toEqual([]);
});

test('a rule is added, listed with its firings, and ended', async () => {
  const { call } = await courier();
  const rule = { match: { operation: 'get-order' }, do: { kind: 'rate-limit' }, times: 1 };
  const { id } = (await call('POST', '/_mock/faults', rule)).body;
  expect((await call('GET', '/v1/orders/SO-1')).status).toBe(429);
  const { faults, firings } = (await call('GET', '/_mock/faults')).body;
  expect(faults).toEqual([expect.objectContaining({ id, firedCount: 1, times: 1 })]);
  expect(firings).toEqual([
    expect.objectContaining({ faultId: id, kind: 'rate-limit', operation: 'get-order' }),
  ]);
  expect((await call('DELETE', `/_mock/faults/${id}`)).body).toEqual({ clearedCount: 1 });
  expect((await call('DELETE', `/_mock/faults/${id}`)).status).toBe(404);
});

test.each<[string, { given: unknown; want: readonly [number, string] }]>([
  ['a rule without a deed', { given: {}, want: [422, ''] }],
  ['a kind that is none', { given: { do: { kind: 'flood' } }, want: [422, '/do/kind'] }],
  [
    'a rule for somebody else',
    { given: { match: { tenant: 'OTHER1' }, do: { kind: 'reset' } }, want: [403, '/match/tenant'] },
  ],
])('%s is refused and changes nothing', async (_title, { given, want }) => {
  const { call } = await courier();
  const { status, body } = await call('POST', '/_mock/faults', given);
  expect([status, body.errors[0].pointer]).toEqual(want);
  expect(body.extensions['org.openwaybill.mock'].zh).toMatch(/[一-鿿]/);
  expect((await call('GET', '/_mock/faults')).body).toEqual({ faults: [], firings: [] });
});

test('a reset ends the disturbances of its tenant', async () => {
  const { call } = await courier();
  await call('POST', '/_mock/faults', { do: { kind: 'latency' }, times: 1, rate: 0 });
  await call('POST', '/_mock/reset');
  expect((await call('GET', '/_mock/faults')).body.faults).toEqual([]);
});

const readerOf = (mock: TestMock, path: string) =>
  mock
    .fetch(
      new Request(`https://courier.test${path}`, {
        headers: { Authorization: `Bearer ${mock.developmentTokens.get(TENANT)}` },
      }),
    )
    .then(({ body }) => (body as ReadableStream<Uint8Array>).getReader());

type Reader = Awaited<ReturnType<typeof readerOf>>;

/** Reads a stream until a line of it is found; everything up to there. */
const readUntil = async (reader: Reader, wanted: string): Promise<string> => {
  let text = '';
  while (!text.includes(wanted)) {
    const { value, done } = await reader.read();
    if (done) throw new Error(`the stream ended without ${wanted}`);
    text += new TextDecoder().decode(value);
  }
  return text;
};

test('a stream tells commands, deliveries and disturbances, and goes on', async () => {
  const parties = await courier();
  const { mock, call } = parties;
  const reader = await readerOf(mock, '/_mock/stream');
  await call('POST', '/v1/orders', submission(), { 'Mock-Fault': 'kind=clock-skew' });
  const text = await readUntil(reader, 'event: fault');
  expect(text).toContain('event: command');
  await reader.cancel();
  const last = Number(text.match(/id: (\d+)(?![\s\S]*id: )/)?.[1]);
  const again = await readerOf(mock, `/_mock/stream?after=${last}`);
  await call('POST', '/_mock/clock/advance', { by: 'PT1H' });
  const rest = await readUntil(again, 'event: clock');
  const ids = [...rest.matchAll(/id: (\d+)/g)].map(([, id]) => Number(id));
  expect(ids[0]).toBe(last + 1);
  await again.cancel();
});

test('a position that is none is refused', async () => {
  const { call } = await courier();
  expect((await call('GET', '/_mock/stream?after=soon')).status).toBe(400);
});

test('a sink is handed deliveries, and what it answers counts', async () => {
  const parties = await courier();
  const { mock, call } = parties;
  await call('PUT', '/_mock/sinks/mine', {});
  expect((await call('GET', '/v1/event-subscriptions')).body.items).toEqual([]);
  await stir(parties);
  // nobody listens yet: it waits and comes again
  const [waiting] = (await call('GET', '/_mock/deliveries')).body.deliveries;
  expect([waiting.state, waiting.attempts[0].status]).toEqual(['WAITING', 0]);
  const reader = await readerOf(mock, '/_mock/stream?sink=mine');
  const text = await readUntil(reader, 'event: handed');
  const handed = JSON.parse(text.split('event: handed\ndata: ')[1]?.split('\n')[0] ?? '{}');
  expect(JSON.parse(handed.body).id).toBe(handed.headers['webhook-id']);
  expect((await call('POST', `/_mock/handed/${handed.id}`, { status: 204 })).status).toBe(200);
  await mock.settled();
  const [taken] = (await call('GET', '/_mock/deliveries')).body.deliveries;
  expect([taken.state, taken.attempts.length]).toEqual(['DELIVERED', 2]);
  await reader.cancel();
});

test.each<[string, { given: readonly [string, string, unknown]; want: number }]>([
  [
    'a type that the role sends not',
    { given: ['PUT', '/_mock/sinks/a', { eventTypes: ['x'] }], want: 422 },
  ],
  [
    'an address inside',
    { given: ['PUT', '/_mock/sinks/a', { url: 'http://10.0.0.1/' }], want: 422 },
  ],
  [
    'an event that is not stored',
    { given: ['POST', '/_mock/replay', { eventIds: ['msg_1'] }], want: 404 },
  ],
  [
    'a delivery that is not there',
    { given: ['POST', '/_mock/deliveries/x/replay', {}], want: 404 },
  ],
])('%s is refused', async (_title, { given: [method, path, body], want }) => {
  const { call } = await courier();
  expect((await call(method, path, body)).status).toBe(want);
});

test('a stored event is sent again under its id, forged under another', async () => {
  const parties = await courier();
  const { mock, call } = parties;
  await call('PUT', '/_mock/sinks/mine', { url: 'http://localhost:3000/hooks' });
  await stir(parties);
  const [{ id }] = (await call('GET', '/_mock/deliveries')).body.deliveries;
  const plain = await call('POST', `/_mock/deliveries/${id}/replay`, { times: 2 });
  expect(plain.body.replayed.map(({ status }: { status: number }) => status)).toEqual([204, 204]);
  await call('POST', `/_mock/deliveries/${id}/replay`, { mutate: 'forge' });
  await call('POST', `/_mock/deliveries/${id}/replay`, { mutate: 'stale' });
  const headers = mock.sent.map((one) => one.headers);
  const [first, second, third, forged, stale] = headers.map((one) => one['webhook-id']);
  expect([second, third, stale]).toEqual([first, first, first]);
  expect(forged).not.toBe(first);
  const stamps = headers.map((one) => Number(one['webhook-timestamp']));
  expect(new Set(stamps.slice(0, 3)).size).toBe(3);
  expect(stamps[4]).toBeLessThan((stamps[0] ?? 0) - 300);
});
