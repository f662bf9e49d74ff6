import { lookup } from 'node:dns';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { createRecorder } from '../src/inspector/recorder.ts';
import { httpSender, listen } from '../src/node.ts';
import { createTestMock, type TestMock } from '../src/testing.ts';
import { COURIER, callerOf, nextKey, PLATFORM } from './exchange.ts';
import { submission } from './mock-courier.ts';

const deadline = (milliseconds: number): AbortSignal => {
  const ending = new AbortController();
  setTimeout(() => ending.abort(), milliseconds).unref();
  return ending.signal;
};
const send = httpSender({ isLoopbackAllowed: true, deadline });

/** A mock on a port that it knows as its own address. */
const onPort = async (make: (baseUrl: string) => Promise<TestMock>) => {
  let mock: TestMock | undefined;
  const port = await listen(
    async (request) => (mock === undefined ? Response.error() : mock.fetch(request)),
    { port: 0, hostname: '127.0.0.1' },
  );
  mock = await make(port.url);
  return { mock, port };
};

test('two mocks on ports exchange an order and its events', async () => {
  const common = { send, fetch: (request: Request) => fetch(request) };
  const courier = await onPort((baseUrl) =>
    createTestMock({
      ...common,
      role: 'courier',
      baseUrl,
      counterparties: [{ partyId: PLATFORM, role: 'platform', name: PLATFORM }],
    }),
  );
  const platform = await onPort((baseUrl) => {
    return createTestMock({
      ...common,
      role: 'platform',
      baseUrl,
      counterparties: [
        { partyId: COURIER, role: 'courier', name: COURIER, baseUrl: courier.port.url },
      ],
    });
  });
  const faults: string[] = [];
  const toPlatform = callerOf(platform.mock, platform.port.url, COURIER, faults);
  for (const [action, input] of [
    ['CREATE_SUBSCRIPTION', {}],
    ['SUBMIT_ORDER', { orderNo: 'SO-1', consigneeSeed: 'p' }],
    ['CREATE_WAYBILL', { orderNo: 'SO-1' }],
  ] as const) {
    const { body } = await toPlatform('POST', '/v1/test-controls/actions', { action, input });
    await platform.mock.settled();
    await courier.mock.settled();
    const run = await toPlatform('GET', `/v1/test-controls/actions/${body.actionId}`);
    expect(run.body.state).toBe('SUCCEEDED');
  }
  const parcels = await toPlatform('GET', '/v1/test-controls/parcels');
  expect(parcels.body.items).toHaveLength(1);
  expect(faults).toEqual([]);
  await courier.port.close();
  await platform.port.close();
});

test('a redirect is an answer, and nobody at a port is none', async () => {
  const server = createServer((_, answer) => {
    answer.writeHead(302, { Location: 'http://127.0.0.1:1/' }).end();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const delivery = { url: `http://127.0.0.1:${port}/`, headers: {}, body: '{}' };
  expect((await send(delivery)).status).toBe(302);
  await new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
  expect(await send(delivery)).toEqual({ status: 0, body: '' });
});

test('a receiver that says nothing is given up', async () => {
  const silent = createServer((request) => request.resume());
  await new Promise<void>((resolve) => {
    silent.listen(0, '127.0.0.1', resolve);
  });
  const { port } = silent.address() as AddressInfo;
  const hasty = httpSender({
    isLoopbackAllowed: true,
    deadline: (milliseconds) => deadline(milliseconds / 100),
  });
  expect(await hasty({ url: `http://127.0.0.1:${port}/`, headers: {}, body: '{}' })).toEqual({
    status: 0,
    body: '',
  });
  await new Promise((resolve) => {
    silent.close(resolve);
    silent.closeAllConnections();
  });
});

/** Spellings of an address of the machine itself. */
const LOOPBACK_SPELLINGS = [
  '127.0.0.1',
  '127.1',
  '127.0.1.1',
  '2130706433',
  '0x7f000001',
  '0177.0.0.1',
  '0.0.0.0',
  'localhost',
  '[::1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  'receiver.example',
];

test('the machine itself is not reached, however it is spelt', async () => {
  const reached: string[] = [];
  const tripwire = createServer((request, answer) => {
    reached.push(request.headers.host ?? '');
    answer.writeHead(204).end();
  });
  await new Promise<void>((resolve) => {
    tripwire.listen(0, resolve);
  });
  const { port } = tripwire.address() as AddressInfo;
  // the name was accepted as it led elsewhere, and leads to the machine now
  const outside = httpSender({
    isLoopbackAllowed: false,
    deadline,
    lookup: (name, options, done) =>
      name === 'receiver.example'
        ? options.all
          ? done(null, [{ address: '127.0.0.1', family: 4 }])
          : done(null, '127.0.0.1', 4)
        : lookup(name, options, done),
  });
  for (const host of LOOPBACK_SPELLINGS)
    expect([
      host,
      await outside({ url: `http://${host}:${port}/`, headers: {}, body: '{}' }),
    ]).toEqual([host, { status: 0, body: '' }]);
  expect(reached).toEqual([]);
  const inside = await send({ url: `http://127.0.0.1:${port}/`, headers: {}, body: '{}' });
  expect(inside.status).toBe(204);
  await new Promise((resolve) => {
    tripwire.close(resolve);
    tripwire.closeAllConnections();
  });
});

test.each(['169.254.169.254', '10.0.0.1', '[fd00::1]', '100.64.0.1', '[64:ff9b::a00:1]'])(
  'a sandbox does not reach %s',
  async (host) => {
    expect(await send({ url: `http://${host}/`, headers: {}, body: '{}' })).toEqual({
      status: 0,
      body: '',
    });
  },
);

test.each([
  { path: '/v1/orders', want: 413 },
  { path: '/oauth/token', want: 400 },
])('a body without an end to $path is answered with $want', async ({ path, want }) => {
  const mock = await createTestMock();
  const port = await listen(mock.serve, { port: 0, hostname: '127.0.0.1' });
  const chunk = Buffer.alloc(65_536, '[');
  let written = 0;
  const status = await new Promise<number>((resolve, reject) => {
    const sending = request(`${port.url}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': nextKey() },
    });
    const more = (): void => {
      if (sending.destroyed || written >= 256 * chunk.length) return;
      written += chunk.length;
      sending.write(chunk, more);
    };
    sending.on('response', (answer) => {
      resolve(answer.statusCode ?? 0);
      sending.destroy();
    });
    sending.on('error', reject);
    more();
  });
  expect(status).toBe(want);
  expect(written).toBeLessThan(256 * chunk.length);
  expect((await fetch(`${port.url}/v1/health`)).status).toBe(200);
  await port.close();
});

test('two requests with one key at once make one order', async () => {
  const mock = await createTestMock();
  const faults: string[] = [];
  const call = callerOf(mock, 'https://courier.test', PLATFORM, faults);
  const key = nextKey();
  const answers = await Promise.all(
    [1, 2, 3].map(() => call('POST', '/v1/orders', submission('SO-1'), { key })),
  );
  const statuses = answers.map(({ status }) => status).sort();
  expect(statuses).toEqual([201, 409, 409]);
  expect(answers.filter(({ status }) => status === 409).map(({ body }) => body.code)).toEqual([
    'REQUEST_IN_PROGRESS',
    'REQUEST_IN_PROGRESS',
  ]);
  expect((await call('GET', '/v1/orders')).body.items).toHaveLength(1);
  expect(faults).toEqual([]);
});

test('the inspector shows headers of a port in small letters, and no token', async () => {
  const mock = await createTestMock({ recorder: createRecorder() });
  const port = await listen(mock.serve, { port: 0, hostname: '127.0.0.1' });
  const headers = { Authorization: `Bearer ${mock.developmentTokens.get(PLATFORM)}` };
  await fetch(`${port.url}/v1/orders/NONE`, { headers: { ...headers, 'X-Asked': 'twice' } });
  const answer = await fetch(`${port.url}/_mock/requests/1`, { headers });
  const { requestHeaders } = await answer.json();
  await port.close();
  await mock.close();
  expect(requestHeaders).toMatchObject({ authorization: 'Bearer …', 'x-asked': 'twice' });
});
