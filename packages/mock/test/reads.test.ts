import { SPOKEN_VERSION } from '@openwaybill/schemas';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createReads } from '../src/engine/reads.ts';
import { Reply } from '../src/engine/reply.ts';
import { issueToken } from '../src/identity/tokens.ts';
import { memoryStore } from '../src/index.ts';
import { createRecorder } from '../src/inspector/recorder.ts';
import { type Listening, listen } from '../src/node.ts';
import {
  OTHER_PLATFORM,
  PLATFORM,
  submission,
  type TestCourier,
  testCourier,
} from './mock-courier.ts';

const START = Date.parse('2026-11-11T00:00:00+08:00');
const ORDER = '/v1/orders/SO-1';

let courier: TestCourier;
let port: Listening;
let asked = 0;
let wallAt = START;
const recorder = createRecorder();

beforeAll(async () => {
  const store = memoryStore();
  courier = await testCourier({
    recorder,
    wallClock: () => wallAt,
    store: {
      ...store,
      alone: (work) => {
        asked += 1;
        return store.alone(work);
      },
    },
  });
  port = await listen(courier.mock.serve, { port: 0, hostname: '127.0.0.1' });
  await courier.call('POST', '/orders', submission('SO-1'));
});
afterEach(() => courier.mock.control.faults.clear());
afterAll(() => port.close());

const tokenOf = (party: string): string => courier.mock.developmentTokens.get(party) ?? '';

type Asked = { readonly path?: string; readonly token?: string; readonly headers?: HeadersInit };

/** A read over the port, and whether the store was asked for it. */
const read = async ({ path = ORDER, token = tokenOf(PLATFORM), headers = {} }: Asked = {}) => {
  const before = asked;
  const answer = await fetch(port.url + path, {
    headers: {
      Authorization: `Bearer ${token}`,
      'OpenWaybill-Version': SPOKEN_VERSION,
      ...Object.fromEntries(new Headers(headers)),
    },
  });
  const text = await answer.text();
  return { status: answer.status, etag: answer.headers.get('ETag'), text, isAsked: asked > before };
};

/** The read of before, again, once something has happened. */
const readOnceMore = async (happen: () => unknown, how: Asked = {}) => {
  await read(how);
  const before = await read(how);
  expect(before.isAsked).toBe(false);
  await happen();
  await courier.mock.settled();
  return { before, after: await read(how) };
};

test('the same read is answered as before, and told to a recorder', async () => {
  const first = await read();
  const count = recorder.exchanges.length;
  expect(await read()).toEqual({ ...first, isAsked: false });
  expect(recorder.exchanges.length).toBe(count + 1);
  expect(recorder.exchanges.at(-1)).toMatchObject({ method: 'GET', answer: { status: 200 } });
});

type Case = {
  readonly happen: () => unknown;
  readonly want: { readonly status: number; readonly isSame: boolean };
  readonly how?: Asked;
};

const UPDATE = { service: { product: 'EXPRESS' } };

test.each<[string, Case]>([
  ['nothing has happened', { happen: () => undefined, want: { status: 200, isSame: true } }],
  [
    'another order came',
    {
      happen: () => courier.call('POST', '/orders', submission('SO-2')),
      want: { status: 200, isSame: true },
    },
  ],
  [
    'the order was changed',
    {
      happen: () =>
        courier.call('PATCH', '/orders/SO-1', UPDATE, { headers: { 'If-Match': '"2"' } }),
      want: { status: 200, isSame: false },
    },
  ],
  [
    'a list has one more',
    {
      happen: () => courier.call('POST', '/orders', submission('SO-3')),
      want: { status: 200, isSame: false },
      how: { path: '/v1/orders' },
    },
  ],
  [
    'time went on',
    {
      happen: () => courier.mock.control.clock.advance({ by: 'PT1H' }),
      want: { status: 200, isSame: false },
      how: { path: '/v1/test-controls/clock' },
    },
  ],
  [
    'a disturbance was made',
    {
      happen: () =>
        courier.mock.control.faults.add({
          match: { operation: 'get-order' },
          do: { kind: 'rate-limit' },
          times: 1,
        }),
      want: { status: 429, isSame: false },
    },
  ],
  [
    'all was reset',
    { happen: () => courier.mock.control.reset(), want: { status: 404, isSame: false } },
  ],
])('a read is answered as it is when %s', async (_title, { happen, want, how }) => {
  const { before, after } = await readOnceMore(happen, how);
  expect([after.status, after.text === before.text]).toEqual([want.status, want.isSame]);
});

test('what is one tenant’s is not another’s, and nobody’s without a token', async () => {
  await courier.call('POST', '/orders', submission('SO-1'));
  await read();
  expect((await read()).isAsked).toBe(false);
  expect((await read({ token: tokenOf(OTHER_PLATFORM) })).status).toBe(404);
  expect((await read({ token: 'none' })).status).toBe(401);
});

test('an id of the request makes no other answer, and is told as it came', async () => {
  const read1 = await read({ headers: { traceparent: '00-1', 'X-Request-Id': '1' } });
  const read2 = await read({ headers: { traceparent: '00-2', 'X-Request-Id': '2' } });
  expect(read2).toEqual({ ...read1, isAsked: false });
  expect(recorder.exchanges.at(-1)?.headers).toContain('00-2');
  expect((await read({ headers: { 'X-Other': '1' } })).isAsked).toBe(true);
});

test('a header that does something does it each time', async () => {
  const headers = { 'Mock-Fault': 'kind=status; status=503; times=2' };
  const statuses = [await read({ headers }), await read({ headers }), await read({ headers })];
  expect(statuses.map(({ status }) => status)).toEqual([503, 503, 200]);
  expect((await read({ headers })).isAsked).toBe(true);
});

test('a token that has run out is refused, whatever it was answered before', async () => {
  const { keys, options } = courier.mock.system;
  const caller = courier.mock.system.counterparty(PLATFORM);
  if (caller === undefined) throw new Error('the courier does not know the platform');
  const token = await issueToken(keys.current, options, caller, [], 'jti-1');
  const { before, after } = await readOnceMore(
    () => {
      wallAt += 601_000;
    },
    { token },
  );
  expect([before.status, after.status]).toEqual([200, 401]);
});

test('while time goes on by itself the store is asked each time', async () => {
  await courier.mock.control.clock.set({ mode: 'REAL' });
  const clock = { path: '/v1/test-controls/clock' };
  const first = await read(clock);
  wallAt += 1_000;
  const second = await read(clock);
  expect([first.isAsked, second.isAsked, first.text === second.text]).toEqual([true, true, false]);
});

/** An answer of so many letters that was read after so many writes. */
const readOf = (letters: number, writes = 0) => ({
  reply: new Reply(200, {}, 'x'.repeat(letters)),
  exchange: {
    tenant: PLATFORM,
    method: 'GET',
    url: '',
    headers: [],
    bytes: new Uint8Array(),
    answer: { status: 200 },
    answerHeaders: {},
    wallAt: 0,
    milliseconds: 0,
  },
  authorization: null,
  writes,
});
const rawOf = (at: number) => ({ method: 'GET', url: `/v1/${at}`, rawHeaders: ['Host', 'x'] });

/** So many answers of so many letters each, kept one after another; how many of them are found. */
const foundOf = (count: number, letters: number): { count: number; isFirst: boolean } => {
  const reads = createReads();
  const all = Array.from({ length: count }, (_, at) => rawOf(at));
  for (const raw of all) reads.keep(raw, readOf(letters));
  const found = all.map((raw) => reads.find(raw) !== undefined);
  return { count: found.filter(Boolean).length, isFirst: found[0] === true };
};

test.each<[string, readonly [count: number, letters: number], ReturnType<typeof foundOf>]>([
  ['a few', [3, 10], { count: 3, isFirst: true }],
  ['as many as there may be', [1024, 10], { count: 1024, isFirst: true }],
  ['one more', [1025, 10], { count: 1024, isFirst: false }],
  ['long ones', [33, 65_536], { count: 32, isFirst: false }],
  ['one that is too long', [1, 65_537], { count: 0, isFirst: false }],
])('of %s the newest are kept', (_title, [count, letters], want) => {
  expect(foundOf(count, letters)).toEqual(want);
});

test('what was read before a write is not kept after it', () => {
  const reads = createReads();
  const { writes } = reads;
  reads.forget();
  reads.keep(rawOf(1), readOf(2, writes));
  expect(reads.find(rawOf(1))).toBeUndefined();
});
