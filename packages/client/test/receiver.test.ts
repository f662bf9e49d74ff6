import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { registry, SPOKEN_VERSION } from '@openwaybill/schemas';
import { expect, onTestFinished, test } from 'vitest';
import {
  createReceiver,
  keysAt,
  type ReceiverOptions,
  seenInMemory,
  toNodeListener,
} from '../src/receiver.ts';
import {
  delivery,
  eventOf,
  type Given,
  ID,
  NOW,
  others,
  ours,
  SECRET,
  STATUS_CHANGED,
  statusChanged,
} from './deliveries.ts';
import { localServer } from './local-server.ts';

const ANOTHER_SECRET = `whsec_${Buffer.alloc(24, 8).toString('base64')}`;

/** Something that is waited for and comes when it is told to. */
const signal = () => {
  let give = (): void => undefined;
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
};

/** A receiver that keeps the ids of what its handler took. */
const inbox = (more: Partial<ReceiverOptions> = {}) => {
  const handled: string[] = [];
  const receive = createReceiver({
    keys: [ours.jwk],
    secret: SECRET,
    now: () => NOW,
    handlers: { [STATUS_CHANGED]: ({ id }) => void handled.push(id) },
    ...more,
  });
  return { receive, handled };
};

const altered = JSON.stringify(statusChanged).replace('"ZZ010000000016"', '"ZZ010000000017"');
const spaced = JSON.stringify(statusChanged, null, 1);

test.each<[string, { given: Given; want: { status: number; code?: string; handled: number } }]>([
  ['a signed event is handled', { given: {}, want: { status: 204, handled: 1 } }],
  [
    'an event that a shared secret signed is handled',
    { given: { signedBy: [SECRET] }, want: { status: 204, handled: 1 } },
  ],
  [
    'one of two signatures is enough',
    {
      given: { signedBy: [others.privateKey, ours.privateKey] },
      want: { status: 204, handled: 1 },
    },
  ],
  [
    'the former key signs beside one that is not known yet',
    {
      given: { signedBy: [ours.privateKey, others.privateKey] },
      want: { status: 204, handled: 1 },
    },
  ],
  [
    'the bytes are judged, not what they mean',
    {
      given: { arrives: spaced },
      want: { status: 401, code: 'SIGNATURE_INVALID', handled: 0 },
    },
  ],
  [
    'another key signs nothing',
    {
      given: { signedBy: [others.privateKey] },
      want: { status: 401, code: 'SIGNATURE_INVALID', handled: 0 },
    },
  ],
  [
    'another secret signs nothing',
    {
      given: { signedBy: [ANOTHER_SECRET] },
      want: { status: 401, code: 'SIGNATURE_INVALID', handled: 0 },
    },
  ],
  [
    'an altered body is refused',
    { given: { arrives: altered }, want: { status: 401, code: 'SIGNATURE_INVALID', handled: 0 } },
  ],
  [
    'a signature of another id is refused',
    {
      given: { headers: { 'webhook-id': 'msg_0000000000000002' } },
      want: { status: 401, code: 'SIGNATURE_INVALID', handled: 0 },
    },
  ],
  [
    'a header that is no signature is refused',
    {
      given: { headers: { 'webhook-signature': 'v1a,% v1 nonsense' } },
      want: { status: 401, code: 'SIGNATURE_INVALID', handled: 0 },
    },
  ],
  [
    'a timestamp at the edge of the tolerance is in time',
    { given: { seconds: NOW / 1000 - 300 }, want: { status: 204, handled: 1 } },
  ],
  [
    'an old timestamp is refused',
    {
      given: { seconds: NOW / 1000 - 301 },
      want: { status: 401, code: 'TIMESTAMP_SKEW', handled: 0 },
    },
  ],
  [
    'a timestamp too far ahead is refused',
    {
      given: { seconds: NOW / 1000 + 301 },
      want: { status: 401, code: 'TIMESTAMP_SKEW', handled: 0 },
    },
  ],
  [
    'an unknown type is acknowledged',
    {
      given: { event: eventOf('org.openwaybill.waybill.thing.added', { any: 'thing' }) },
      want: { status: 204, handled: 0 },
    },
  ],
  [
    'members that a newer minor added are no fault',
    {
      given: { event: { ...statusChanged, addedLater: 1 } },
      want: { status: 204, handled: 1 },
    },
  ],
  [
    'a payload off its schema is refused',
    {
      given: { event: eventOf(STATUS_CHANGED, { waybillNo: 1 }) },
      want: { status: 422, code: 'SCHEMA_VIOLATION', handled: 0 },
    },
  ],
  [
    'an id that is not the delivery’s is refused',
    {
      given: { event: { ...statusChanged, id: 'msg_0000000000000002' } },
      want: { status: 422, code: 'SCHEMA_VIOLATION', handled: 0 },
    },
  ],
  [
    'a body that is no event is refused',
    { given: { text: '[]' }, want: { status: 422, code: 'SCHEMA_VIOLATION', handled: 0 } },
  ],
  [
    'a key that stands twice is malformed',
    {
      given: { text: '{"id":"a","id":"b"}' },
      want: { status: 400, code: 'MALFORMED_JSON', handled: 0 },
    },
  ],
  [
    'a body beyond the limit is not read',
    {
      given: { text: ' '.repeat(20_001) },
      want: { status: 413, code: 'BODY_TOO_LARGE', handled: 0 },
    },
  ],
  [
    'another method is refused',
    { given: { method: 'GET' }, want: { status: 405, code: 'METHOD_NOT_ALLOWED', handled: 0 } },
  ],
])('%s', async (_title, { given, want }) => {
  const { receive, handled } = inbox();
  const response = await receive(delivery(given));
  const text = await response.text();
  expect({
    status: response.status,
    ...(text === '' ? {} : { code: JSON.parse(text).code }),
    handled: handled.length,
  }).toEqual(want);
  expect(response.headers.get('openwaybill-version')).toBe(SPOKEN_VERSION);
});

test('a challenge is answered with itself', async () => {
  const challenge = Object.values(
    registry.schemas.get('SubscriptionChallenge')?.examples.valid ?? {},
  )[0] as { challenge: string };
  const type = 'org.openwaybill.discovery.subscription.challenged';
  const response = await inbox().receive(delivery({ event: eventOf(type, challenge) }));
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ challenge: challenge.challenge });
});

test('an event that comes again is handled once', async () => {
  const { receive, handled } = inbox();
  const answers = [await receive(delivery()), await receive(delivery())];
  expect(answers.map(({ status }) => status)).toEqual([204, 204]);
  expect(handled).toEqual([ID]);
});

test('an event that comes again while it is handled is handled once', async () => {
  const handled: string[] = [];
  const gate = signal();
  const begun = signal();
  const { receive } = inbox({
    handlers: {
      [STATUS_CHANGED]: async ({ id }) => {
        handled.push(id);
        if (id !== ID) return;
        begun.give();
        await gate.given;
      },
    },
  });
  const first = receive(delivery());
  await begun.given;
  const again = receive(delivery());
  const another = 'msg_0000000000000002';
  await receive(delivery({ id: another, event: { ...statusChanged, id: another } }));
  gate.give();
  expect((await Promise.all([first, again])).map(({ status }) => status)).toEqual([204, 204]);
  expect(handled).toEqual([ID, another]);
});

test('a memory forgets what no sender repeats any more', async () => {
  let at = NOW;
  const seen = seenInMemory(() => at);
  await seen.add('a', NOW + 1000);
  await seen.add('b', NOW + 2000);
  at = NOW + 1500;
  await seen.add('c', NOW + 3500);
  expect(['a', 'b', 'c'].map((key) => seen.has(key))).toEqual([false, true, true]);
});

test('the same id of another source is another event', async () => {
  const { receive, handled } = inbox();
  await receive(delivery());
  await receive(delivery({ event: { ...statusChanged, source: 'urn:openwaybill:party:YY' } }));
  expect(handled).toHaveLength(2);
});

test('an event that its handler failed on may come again', async () => {
  const causes: unknown[] = [];
  const outcomes = ['fails', 'works'];
  const { receive } = inbox({
    handlers: {
      [STATUS_CHANGED]: () => {
        if (outcomes.shift() === 'fails') throw new Error('the store is shut');
      },
    },
    failed: (cause) => causes.push(cause),
  });
  const answers = [await receive(delivery()), await receive(delivery()), await receive(delivery())];
  expect(answers.map(({ status }) => status)).toEqual([500, 204, 204]);
  expect(outcomes).toEqual([]);
  expect(causes).toHaveLength(1);
});

test('an event in another party’s name is refused', async () => {
  const { receive, handled } = inbox({ source: 'urn:openwaybill:party:YY' });
  const response = await receive(delivery());
  expect(await response.json()).toMatchObject({ code: 'SIGNATURE_INVALID' });
  expect(handled).toEqual([]);
});

test('a type without a handler can be kept', async () => {
  const kept: string[] = [];
  const { receive } = inbox({ handlers: {}, unknown: ({ type }) => void kept.push(type) });
  await receive(delivery());
  expect(kept).toEqual([STATUS_CHANGED]);
});

test('a key that is not known makes the key set be read again', async () => {
  const server = await localServer(
    { json: { keys: [others.jwk] } },
    { json: { keys: [others.jwk, ours.jwk] } },
  );
  let at = NOW;
  const now = () => at;
  const { receive } = inbox({ keys: keysAt(`${server.url}/v1/keys`, { now }) });
  const statuses: number[] = [];
  for (const later of [0, 0, 60_000, 0]) {
    at += later;
    statuses.push((await receive(delivery())).status);
  }
  expect(statuses).toEqual([401, 401, 204, 204]);
  expect(server.arrived).toHaveLength(2);
});

/** The endpoint on loopback. */
const served = async (receive: (request: Request) => Promise<Response>): Promise<string> => {
  const server = createServer(toNodeListener(receive));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/event-inbox`;
};

test.each<[string, { given: Given; want: number }]>([
  ['a delivery over a connection is received', { given: {}, want: 204 }],
  ['an altered one is refused', { given: { arrives: altered }, want: 401 }],
  ['one that is far too large is refused', { given: { text: ' '.repeat(1_000_000) }, want: 413 }],
  ['another method over a connection is refused', { given: { method: 'GET' }, want: 405 }],
])('%s', async (_title, { given, want }) => {
  const { receive, handled } = inbox();
  const { headers, method, body } = delivery(given);
  const response = await fetch(await served(receive), {
    method,
    headers,
    body: body === null ? null : (given.arrives ?? given.text ?? JSON.stringify(statusChanged)),
  });
  expect(response.status).toBe(want);
  expect(response.headers.get('openwaybill-version')).toBe(SPOKEN_VERSION);
  expect(handled).toHaveLength(want === 204 ? 1 : 0);
});
