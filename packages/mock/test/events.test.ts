import { createPublicKey, verify } from 'node:crypto';
import { SPOKEN_VERSION } from '@openwaybill/schemas';
import { expect, test } from 'vitest';
import { isTarget } from '../src/subscriptions/target.ts';
import { createTestMock } from '../src/testing.ts';
import { type Exchange, exchange, type Intervention } from './exchange.ts';

const INBOX = '/v1/event-inbox';

const subscribe = async (
  { toCourier, settled }: Exchange,
  more: Readonly<Record<string, unknown>> = {},
) => {
  const subscriptionId = '019a3b10-5c00-7a10-8b20-0c3d4e5f60b1';
  const made = await toCourier('POST', '/v1/event-subscriptions', {
    subscriptionId,
    callbackUrl: 'https://platform.test/v1/event-inbox',
    eventTypes: ['org.openwaybill.agreement.status.changed'],
    signing: 'V1A',
    ...more,
  });
  await settled();
  return { made, path: `/v1/event-subscriptions/${subscriptionId}` };
};

/** Something that makes the courier send one event: the first agreement is suspended and resumed, or the reverse. */
const stir = async ({ toCourier, settled }: Exchange, count = 1): Promise<void> => {
  const [first] = (await toCourier('GET', '/v1/agreements')).body.items;
  for (let one = 0; one < count; one += 1) {
    const step = one % 2 === 0 ? 'suspend' : 'resume';
    await toCourier('POST', `/v1/agreements/${first.agreementId}/${step}`);
  }
  await settled();
};

const isInbox = (request: Request): boolean => new URL(request.url).pathname === INBOX;

const isChallenge = async (request: Request): Promise<boolean> =>
  ((await request.json()) as { readonly type: string }).type ===
  'org.openwaybill.discovery.subscription.challenged';

/** Answers events, but no challenge, with a status. */
const answering =
  (status: () => number): Intervention =>
  async (request) =>
    isInbox(request) && !(await isChallenge(request))
      ? new Response(null, { status: status() })
      : undefined;

test.each([
  ['real time by default', { given: undefined, options: {}, want: 0 }],
  ['virtual time where a request asks for it', { given: 'virtual', options: {}, want: 86_400 }],
  ['virtual time by option', { given: undefined, options: { signTime: 'VIRTUAL' }, want: 86_400 }],
  ['real time again', { given: 'real', options: { signTime: 'VIRTUAL' }, want: 0 }],
] as const)('a delivery is signed by %s', async (_title, { given, options, want }) => {
  const mock = await createTestMock(options);
  const [token] = mock.developmentTokens.values();
  const call = async (path: string, body: unknown, signTime?: string) => {
    const headers = {
      Authorization: `Bearer ${token}`,
      'OpenWaybill-Version': SPOKEN_VERSION,
      'Content-Type': 'application/json',
      'Idempotency-Key': crypto.randomUUID(),
      ...(signTime === undefined ? {} : { 'Mock-Sign-Time': signTime }),
    };
    const url = `https://courier.test${path}`;
    const answer = await mock.fetch(
      new Request(url, { method: 'POST', headers, body: JSON.stringify(body) }),
    );
    await mock.settled();
    return answer.status;
  };
  expect(await call('/_mock/clock/advance', { by: 'P1D' }, 'noon')).toBe(400);
  expect(await call('/_mock/clock/advance', { by: 'P1D' }, given)).toBe(200);
  await call('/v1/event-subscriptions', {
    subscriptionId: '019a3b10-5c00-7a10-8b20-0c3d4e5f60b1',
    callbackUrl: 'https://platform.test/v1/event-inbox',
    eventTypes: ['org.openwaybill.agreement.status.changed'],
    signing: 'V1A',
  });
  const [sent] = mock.sent;
  const start = Date.parse('2026-11-11T00:00:00+08:00') / 1000;
  expect(Number(sent?.headers['webhook-timestamp']) - start).toBe(want);
});

test('nothing but the challenge is sent before it is answered', async () => {
  const parties = await exchange();
  parties.intervene((request) =>
    isInbox(request) ? new Response(null, { status: 200 }) : undefined,
  );
  const { path } = await subscribe(parties);
  await stir(parties);
  expect((await parties.toCourier('GET', path)).body.state).toBe('PENDING_CHALLENGE');
  expect(parties.events('agreement.status.changed')).toEqual([]);
  parties.intervene(undefined);
  await parties.toCourier('POST', '/v1/test-controls/clock/advance', { by: 'PT1M' });
  await parties.settled();
  expect((await parties.toCourier('GET', path)).body.state).toBe('ACTIVE');
  expect(parties.faults).toEqual([]);
});

test('the secret is told once and shown never again', async () => {
  const parties = await exchange();
  const { made, path } = await subscribe(parties, { signing: 'V1A_AND_V1' });
  expect(made.body.secret).toMatch(/^whsec_/);
  expect((await parties.toCourier('GET', path)).body.secret).toBeUndefined();
  const listed = await parties.toCourier('GET', '/v1/event-subscriptions');
  expect(JSON.stringify(listed.body)).not.toContain('whsec_');
});

test('a delivery verifies by the published key over its raw bytes', async () => {
  const parties = await exchange();
  await subscribe(parties);
  await stir(parties);
  const { keys } = (await parties.toCourier('GET', '/v1/keys')).body;
  const key = createPublicKey({ key: keys[0], format: 'jwk' });
  const delivery = parties.delivered.at(-1);
  const {
    'webhook-id': id,
    'webhook-timestamp': at,
    'webhook-signature': signatures,
  } = delivery?.headers ?? {};
  const [signature = ''] = (signatures ?? '').split(' ');
  const signed = Buffer.from(`${id}.${at}.${delivery?.body}`);
  expect(verify(null, signed, key, Buffer.from(signature.slice('v1a,'.length), 'base64'))).toBe(
    true,
  );
  expect(JSON.parse(delivery?.body ?? '{}').id).toBe(id);
});

test('a failing receiver is tried again by the schedule, under the same id', async () => {
  const parties = await exchange();
  await subscribe(parties);
  parties.intervene(answering(() => 500));
  await stir(parties);
  const count = () => parties.events('agreement.status.changed').length;
  expect(count()).toBe(1);
  const gaps = ['PT6S', 'PT35S', 'PT3M', 'PT12M', 'PT35M', 'PT70M', 'PT4H', 'PT7H'];
  for (const [index, by] of gaps.entries()) {
    await parties.toCourier('POST', '/v1/test-controls/clock/advance', { by });
    await parties.settled();
    expect(count()).toBe(index + 2);
  }
  expect(new Set(parties.events('agreement.status.changed').map(({ id }) => id)).size).toBe(1);
});

test('a receiver that is gone is sent nothing more', async () => {
  const parties = await exchange();
  const { path } = await subscribe(parties);
  parties.intervene(answering(() => 410));
  await stir(parties);
  expect((await parties.toCourier('GET', path)).body.state).toBe('ABORTED');
  await stir(parties);
  expect(parties.events('agreement.status.changed')).toHaveLength(1);
});

test('after seventy-two hours of failure the subscription is aborted', async () => {
  const parties = await exchange();
  const { path } = await subscribe(parties);
  parties.intervene(answering(() => 503));
  await stir(parties);
  await parties.toCourier('POST', '/v1/test-controls/clock/advance', { by: 'P4D' });
  await parties.settled();
  expect((await parties.toCourier('GET', path)).body.state).toBe('ABORTED');
  expect(parties.faults).toEqual([]);
});

test('a redirect is a failure and is not followed', async () => {
  const parties = await exchange();
  const { path } = await subscribe(parties);
  const asked: string[] = [];
  parties.intervene(async (request) => {
    asked.push(request.url);
    if (!isInbox(request) || (await isChallenge(request.clone()))) return undefined;
    return new Response(null, { status: 302, headers: { Location: 'https://else.test/' } });
  });
  await stir(parties);
  expect((await parties.toCourier('GET', path)).body.failureCount).toBe(1);
  expect(asked.every((url) => url.startsWith('https://platform.test'))).toBe(true);
});

test('replay has every event once, in order and without a gap', async () => {
  const parties = await exchange();
  await stir(parties, 6);
  const { body: first } = await parties.toCourier('GET', '/v1/events?limit=4');
  const rest = await parties.toCourier('GET', `/v1/events?limit=4&cursor=${first.nextCursor}`);
  const sequences = [...first.events, ...rest.body.events].map(({ sequence }) => Number(sequence));
  expect(sequences).toEqual([1, 2, 3, 4, 5, 6]);
  expect([first.complete, rest.body.complete]).toEqual([false, true]);
  await stir(parties);
  const more = await parties.toCourier('GET', `/v1/events?cursor=${rest.body.nextCursor}`);
  expect(more.status).toBe(403);
  expect(parties.faults).toEqual([]);
});

test('a cursor older than the retention has expired', async () => {
  const parties = await exchange();
  const { body } = await parties.toCourier('GET', '/v1/events');
  await parties.toCourier('POST', '/v1/test-controls/clock/advance', { by: 'P31D' });
  const refused = await parties.toCourier('GET', `/v1/events?cursor=${body.nextCursor}`);
  expect([refused.status, refused.body.code]).toEqual([410, 'CURSOR_EXPIRED']);
  expect((await parties.toCourier('GET', '/v1/events')).status).toBe(200);
});

test('a receiver that missed deliveries asks for replay', async () => {
  const parties = await exchange();
  await parties.act('platform', 'CREATE_SUBSCRIPTION', {});
  await parties.act('platform', 'SUBMIT_ORDER', { orderNo: 'SO-1', consigneeSeed: 'p' });
  const { result } = await parties.act('platform', 'CREATE_WAYBILL', { orderNo: 'SO-1' });
  let dropped = 0;
  parties.intervene((request) => {
    if (!isInbox(request)) return undefined;
    dropped += 1;
    return new Response(null, { status: 204 });
  });
  const scan = (eventCode: string) =>
    parties.toCourier('POST', '/v1/test-controls/scans', {
      carrierCode: 'ZZ',
      waybillNo: result.waybillNo,
      eventCode,
    });
  await scan('PICKED_UP');
  await parties.settled();
  expect(dropped).toBeGreaterThan(0);
  const asked: string[] = [];
  parties.intervene((request) => {
    asked.push(new URL(request.url).pathname);
    return undefined;
  });
  await parties.toCourier('POST', '/v1/test-controls/clock/advance', { by: 'PT1H' });
  await scan('DEPARTED_ORIGIN');
  await parties.settled();
  expect(asked).toContain('/v1/events');
  const seen = (await parties.toPlatform('GET', '/v1/test-controls/parcels')).body.items;
  expect(seen[0].status).toBe('IN_TRANSIT');
  expect(parties.faults).toEqual([]);
});

/** Spellings of the machine itself, of an address of metadata, and of others inside. */
const INSIDE = [
  '127.0.0.1',
  '127.1',
  '2130706433',
  '0x7f000001',
  '0177.0.0.1',
  '127.0.0.1.',
  '[::1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  'localhost',
  'inbox.localhost',
  '169.254.169.254',
  '2852039166',
  '0xa9fea9fe',
  '0251.0376.0251.0376',
  '169.254.43518',
  '[::ffff:169.254.169.254]',
  '[::ffff:a9fe:a9fe]',
  '[fe80::1]',
  '0.0.0.0',
  '[::]',
  'metadata.google.internal',
  'metadata.google.internal.',
  'localhost.',
  'inbox.localhost.',
];

test.each(INSIDE)('a system in production sends nothing to %s', async (host) => {
  const parties = await exchange({ courier: { environment: 'PRODUCTION' } });
  const { made } = await subscribe(parties, { callbackUrl: `https://${host}/inbox` });
  expect([made.status, made.body.code, made.body.errors?.[0].pointer]).toEqual([
    422,
    'RULE_VIOLATION',
    '/callbackUrl',
  ]);
  expect(parties.delivered).toEqual([]);
});

const TARGETS = [
  'http://shop.example/inbox',
  'https://10.0.0.1/inbox',
  'https://0x0a000001/inbox',
  'https://[fd00::1]/inbox',
  'https://inbox/',
  'https://shop.internal/inbox',
  'https://shop.internal./inbox',
  'https://inbox./',
  'https://shop.example/inbox?phone=19900000001',
  'https://shop.example/inbox?tel=%2B86%20199-0000-0001',
  'https://shop.example/inbox?to=zhang.san%40zhangsan.example',
  'https://shop.example/inbox?token=9f3k2m',
  'https://shop.example:22/inbox',
];

test.each(TARGETS)('a subscription to %s is refused', async (callbackUrl) => {
  const parties = await exchange();
  const { made } = await subscribe(parties, { callbackUrl });
  expect(made.status).toBe(422);
  expect(JSON.stringify(made.body)).not.toContain('10.0.0.1');
  expect((await parties.toCourier('GET', '/v1/event-subscriptions')).body.items).toEqual([]);
});

test.each([
  ['http://127.0.0.1:4011/v1/event-inbox', true],
  ['http://127.0.0.1:22/', false],
  ['http://localhost:4011/', false],
  ['https://shop.example/inbox', true],
  ['https://shop.example/inbox?tenant=42', true],
])('a sandbox that others reach takes %s: %s', (callbackUrl, isTaken) => {
  const loopback = new Set(['http://127.0.0.1:4011']);
  expect(isTarget(callbackUrl, { environment: 'SANDBOX', loopback })).toBe(isTaken);
});

test('a sandbox takes loopback over plain http', async () => {
  const parties = await exchange();
  const { made } = await subscribe(parties, { callbackUrl: 'http://127.0.0.1:3000/hooks' });
  expect(made.status).toBe(201);
});
