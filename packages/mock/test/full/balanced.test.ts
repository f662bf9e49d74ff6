import { SPOKEN_VERSION } from '@openwaybill/schemas';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signingKeyOf } from '../../src/index.ts';
import { submission } from '../mock-courier.ts';
import { ASSERTION_TYPE, assertionOf, ME } from '../security/ported-courier.ts';
import {
  type Balancer,
  type CourierProcess,
  emptySchema,
  SERVER,
  startBalancer,
  startCourier,
  startReceiver,
} from './processes.ts';

let balancer: Balancer;
let couriers: readonly CourierProcess[];
const closing: (() => Promise<void>)[] = [];
beforeAll(async () => {
  expect(SERVER, 'OPENWAYBILL_POSTGRES_URL names no server').not.toBe('');
  const database = await emptySchema('openwaybill_balanced');
  balancer = await startBalancer();
  const publicUrl = balancer.url;
  couriers = await Promise.all([1, 2].map(() => startCourier(database.schema, { publicUrl })));
  balancer.before(couriers);
  closing.push(database.close, balancer.close, ...couriers.map(({ kill }) => kill));
});
afterAll(async () => {
  for (const close of closing.toReversed()) await close();
});

const SEED = 1;
const asked = (form: Readonly<Record<string, string>>): Promise<Response> =>
  fetch(`${balancer.url}/oauth/token`, { method: 'POST', body: new URLSearchParams(form) });

const grantFor = async (url: string) => ({
  grant_type: 'client_credentials',
  client_assertion_type: ASSERTION_TYPE,
  client_assertion: await assertionOf(
    { url, now: Date.now, key: () => signingKeyOf(SEED, ME) },
    {
      jti: crypto.randomUUID(),
    },
  ),
});

const call = async (token: string, method: string, path: string, body?: unknown) => {
  const answer = await fetch(`${balancer.url}${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${token}`,
      'OpenWaybill-Version': SPOKEN_VERSION,
      ...(method === 'POST' ? { 'Idempotency-Key': crypto.randomUUID() } : {}),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as ReturnType<typeof JSON.parse> };
};

test('every process says of itself what clients call it', async () => {
  const documents = await Promise.all(
    [balancer, ...couriers].map(async ({ url }) =>
      (await fetch(`${url}/.well-known/openwaybill`)).json(),
    ),
  );
  const [first] = documents;
  expect(first.endpoints).toEqual({
    api: balancer.url,
    token: `${balancer.url}/oauth/token`,
    keys: `${balancer.url}/v1/keys`,
    eventInbox: `${balancer.url}/v1/event-inbox`,
  });
  for (const document of documents) expect(document).toEqual(first);
});

test('a token holds at every process, and an assertion once among them', async () => {
  const grant = await grantFor(balancer.url);
  const granted = await asked(grant);
  expect(granted.status).toBe(200);
  const { access_token: token } = await granted.json();
  const claims = JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString());
  expect([claims.aud, claims.iss]).toEqual([balancer.url, balancer.url]);
  const again = await Promise.all([asked(grant), asked(grant)]);
  expect(again.map(({ status }) => status)).toEqual([401, 401]);
  expect((await asked(await grantFor(couriers[0]?.url ?? ''))).status).toBe(401);
  expect((await call(token, 'POST', '/v1/orders', submission('BAL-1'))).status).toBe(201);
  for (let turn = 0; turn < 4; turn += 1)
    expect((await call(token, 'GET', '/v1/orders/BAL-1')).status).toBe(200);
});

test('events of both processes reach one receiver, in their order', async () => {
  const { access_token: token } = await (await asked(await grantFor(balancer.url))).json();
  const receiver = await startReceiver();
  closing.push(receiver.close);
  const subscriptionId = crypto.randomUUID();
  const made = await call(token, 'POST', '/v1/event-subscriptions', {
    subscriptionId,
    callbackUrl: receiver.url,
    eventTypes: ['org.openwaybill.agreement.status.changed'],
    signing: 'V1A',
  });
  expect(made.status).toBe(201);
  let { state } = made.body;
  while (state !== 'ACTIVE')
    ({ state } = (await call(token, 'GET', `/v1/event-subscriptions/${subscriptionId}`)).body);
  const { agreementId } = (await call(token, 'GET', '/v1/agreements')).body.items[0];
  const COUNT = 8;
  for (let at = 0; at < COUNT; at += 1) {
    const step = at % 2 === 0 ? 'suspend' : 'resume';
    expect((await call(token, 'POST', `/v1/agreements/${agreementId}/${step}`)).status).toBe(200);
  }
  await receiver.has(COUNT);
  const sequences = receiver.arrived.map(({ sequence }) => sequence);
  expect(sequences).toEqual([...sequences].sort());
  expect(new Set(receiver.arrived.map(({ id }) => id)).size).toBe(COUNT);
  const sets = await Promise.all(
    couriers.map(async ({ url }) => (await fetch(`${url}/v1/keys`)).json()),
  );
  expect(sets[0]).toEqual(sets[1]);
  expect(balancer.counts).toHaveLength(2);
  expect(Math.min(...balancer.counts)).toBeGreaterThan(5);
  expect(couriers.flatMap(({ defects }) => defects)).toEqual([]);
});
