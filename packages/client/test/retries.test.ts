import { expect, test } from 'vitest';
import { connect } from '../src/index.ts';
import { localServer, type Reply } from './local-server.ts';
import { draft, refusal, waybill } from './messages.ts';
import { virtualTime } from './virtual-time.ts';

const CREATED: Reply = { status: 201, json: waybill };
const HTTP_DATE = 'Sun, 22 Nov 2026 01:00:09 GMT';

test.each<
  [string, { given: readonly Reply[]; want: { ends: string; requests: number; pauses: number[] } }]
>([
  [
    'a lost answer is asked for again with the same key',
    { given: ['drop', CREATED], want: { ends: '201', requests: 2, pauses: [200] } },
  ],
  [
    'seconds of Retry-After are kept exactly',
    {
      given: [refusal('RATE_LIMITED', { 'retry-after': '7' }), CREATED],
      want: { ends: '201', requests: 2, pauses: [7000] },
    },
  ],
  [
    'a date of Retry-After is kept exactly',
    {
      given: [refusal('UPSTREAM_UNAVAILABLE', { 'retry-after': HTTP_DATE }), CREATED],
      want: { ends: '201', requests: 2, pauses: [9000] },
    },
  ],
  [
    'pauses grow, and four attempts are all',
    {
      given: [refusal('INTERNAL')],
      want: { ends: 'INTERNAL', requests: 4, pauses: [200, 400, 800] },
    },
  ],
  [
    'a call in progress is asked for again with the same key',
    {
      given: [refusal('REQUEST_IN_PROGRESS'), CREATED],
      want: { ends: '201', requests: 2, pauses: [200] },
    },
  ],
  [
    'another conflict that may pass is for the caller to decide',
    { given: [refusal('CELL_TAKEN')], want: { ends: 'CELL_TAKEN', requests: 1, pauses: [] } },
  ],
  [
    'a stale revision is not sent again: it needs a read',
    {
      given: [refusal('REVISION_STALE')],
      want: { ends: 'REVISION_STALE', requests: 1, pauses: [] },
    },
  ],
  [
    'a refusal that is final is final',
    {
      given: [refusal('RULE_VIOLATION')],
      want: { ends: 'RULE_VIOLATION', requests: 1, pauses: [] },
    },
  ],
  [
    'a status that may pass does not when the problem says so',
    {
      given: [{ status: 503, json: { code: 'ADDED_LATER', retryable: false } }],
      want: { ends: 'ADDED_LATER', requests: 1, pauses: [] },
    },
  ],
  [
    'an unknown code is told by its status and retryable',
    {
      given: [{ status: 503, json: { code: 'ADDED_LATER', retryable: true } }, CREATED],
      want: { ends: '201', requests: 2, pauses: [200] },
    },
  ],
  [
    'a gateway that answers no problem is tried again',
    {
      given: [{ status: 502, text: '<html>Bad gateway</html>' }, CREATED],
      want: { ends: '201', requests: 2, pauses: [200] },
    },
  ],
  [
    'a pause beyond the deadline ends the call at once',
    {
      given: [refusal('INTERRUPTED', { 'retry-after': '3600' })],
      want: { ends: 'INTERRUPTED', requests: 1, pauses: [] },
    },
  ],
])('%s', async (_title, { given, want }) => {
  const server = await localServer(...given);
  const time = virtualTime();
  const courier = connect({ baseUrl: server.url, token: 'abc', ...time });
  const result = await courier.createWaybill({ body: draft });
  expect({
    ends: result.ok ? String(result.status) : result.problem.code,
    requests: server.arrived.length,
    pauses: time.pauses,
  }).toEqual(want);
  expect(new Set(server.arrived.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
});

test('a change without a key is not made twice', async () => {
  const server = await localServer('drop');
  const courier = connect({ baseUrl: server.url, ...virtualTime() });
  const path = { orderNo: 'SO-1' };
  const result = await courier.updateOrder({ path, body: {}, ifMatch: 1 });
  expect(result).toMatchObject({ ok: false, problem: { code: 'NO_ANSWER', status: 0 } });
  expect(server.arrived).toHaveLength(1);
});

test('a token that was refused is renewed once', async () => {
  const server = await localServer(refusal('UNAUTHENTICATED'), CREATED);
  const token = (refused?: string) => (refused === 'old' ? 'new' : 'old');
  const courier = connect({ baseUrl: server.url, token, ...virtualTime() });
  expect(await courier.createWaybill({ body: draft })).toMatchObject({ ok: true });
  expect(server.arrived.map(({ headers }) => headers.authorization)).toEqual([
    'Bearer old',
    'Bearer new',
  ]);
});

test('a token that is refused again ends the call', async () => {
  const server = await localServer(refusal('UNAUTHENTICATED'));
  const courier = connect({ baseUrl: server.url, token: () => 'same', ...virtualTime() });
  expect(await courier.createWaybill({ body: draft })).toMatchObject({
    problem: { code: 'UNAUTHENTICATED' },
  });
  expect(server.arrived).toHaveLength(2);
});

test('a source that has no token is a problem with its cause', async () => {
  const cause = new Error('the vault is shut');
  const token = () => Promise.reject(cause);
  const courier = connect({ baseUrl: 'http://courier.test', token, ...virtualTime() });
  expect(await courier.createWaybill({ body: draft })).toMatchObject({
    problem: { code: 'NO_TOKEN' },
    cause,
  });
});

test('an attempt without an answer expires and is made again', async () => {
  const time = virtualTime();
  const server = await localServer(() => {
    time.expire();
    return 'hang';
  }, CREATED);
  const courier = connect({ baseUrl: server.url, ...time });
  expect(await courier.createWaybill({ body: draft })).toMatchObject({ ok: true });
  expect(server.arrived).toHaveLength(2);
});

test('the last attempt that expires is a problem', async () => {
  const time = virtualTime();
  const server = await localServer(() => {
    time.expire();
    return 'hang';
  });
  const courier = connect({ baseUrl: server.url, ...time, retries: 0 });
  expect(await courier.createWaybill({ body: draft })).toMatchObject({
    problem: { code: 'TIMED_OUT', status: 0, retryable: true },
  });
});

test('a call that its caller ends throws the reason', async () => {
  const ending = new AbortController();
  const server = await localServer(() => {
    ending.abort(new Error('not needed any more'));
    return 'hang';
  });
  const courier = connect({ baseUrl: server.url, ...virtualTime() });
  const call = courier.createWaybill({ body: draft, signal: ending.signal });
  await expect(call).rejects.toThrow('not needed any more');
  expect(server.arrived).toHaveLength(1);
});
