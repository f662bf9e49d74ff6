import { createPublicKey, verify } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { memoryStore } from '../src/index.ts';
import { createTestMock } from '../src/testing.ts';
import { type Exchange, exchange } from './exchange.ts';

type Jwk = { readonly kid: string; readonly use: string; readonly x: string };

/** A courier whose events go to a platform that takes them all. */
const subscribed = async () => {
  const parties = await exchange();
  await parties.act('platform', 'CREATE_SUBSCRIPTION', {});
  await parties.settled();
  return parties;
};

const signingKeys = async ({ toCourier }: Exchange): Promise<readonly Jwk[]> =>
  (await toCourier('GET', '/v1/keys')).body.keys.filter(({ use }: Jwk) => use === 'sig');

const advance = async ({ toCourier, settled }: Exchange, by: string): Promise<void> => {
  await toCourier('POST', '/v1/test-controls/clock/advance', { by });
  await settled();
};

/** The next event of the courier: the ids of the keys by which it is signed, and what the platform made of it. */
const nextEvent = async (parties: Exchange, keys: readonly Jwk[]) => {
  const { toCourier, settled, delivered } = parties;
  const [first] = (await toCourier('GET', '/v1/agreements')).body.items;
  const before = delivered.length;
  for (const step of ['suspend', 'resume'])
    await toCourier('POST', `/v1/agreements/${first.agreementId}/${step}`);
  await settled();
  const delivery = delivered.at(-1);
  if (delivery === undefined || delivered.length === before) throw new Error('nothing was sent');
  const { headers, body } = delivery;
  const bytes = Buffer.from(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`);
  const signedBy = (headers['webhook-signature'] ?? '').split(' ').map((one) => {
    const signature = Buffer.from(one.slice('v1a,'.length), 'base64');
    return keys.find((jwk) =>
      verify(null, bytes, createPublicKey({ key: { ...jwk }, format: 'jwk' }), signature),
    )?.kid;
  });
  const [subscription] = (await toCourier('GET', '/v1/event-subscriptions')).body.items;
  return { signedBy, failureCount: subscription.failureCount };
};

describe('a signing key that is replaced', () => {
  test('signs beside the new one for a day, and is published for seven more', async () => {
    const parties = await subscribed();
    const [old] = await signingKeys(parties);
    expect(await parties.act('courier', 'ROTATE_KEYS', {})).toMatchObject({ state: 'SUCCEEDED' });
    const both = await signingKeys(parties);
    const kids = both.map(({ kid }) => kid);
    expect(kids).toHaveLength(2);
    expect(kids[1]).toBe(old?.kid);
    expect(await nextEvent(parties, both)).toEqual({ signedBy: kids, failureCount: 0 });
    await advance(parties, 'P1D');
    expect(await nextEvent(parties, both)).toEqual({ signedBy: [kids[0]], failureCount: 0 });
    expect(await signingKeys(parties)).toEqual(both);
    await advance(parties, 'P7D');
    expect((await signingKeys(parties)).map(({ kid }) => kid)).toEqual([kids[0]]);
    expect(await nextEvent(parties, both)).toEqual({ signedBy: [kids[0]], failureCount: 0 });
    expect(parties.faults).toEqual([]);
  });

  test('is told of when it comes and when it goes', async () => {
    const parties = await subscribed();
    await parties.act('courier', 'ROTATE_KEYS', {});
    const told = () => parties.events('discovery.keys.rotated').map(({ data }) => data.keyIds);
    const [old, sealing] = [(await signingKeys(parties))[1]?.kid, expect.any(String)];
    expect(told()).toEqual([[expect.any(String), old, sealing]]);
    await advance(parties, 'P8D');
    expect(told().at(-1)).toEqual([expect.any(String), sealing]);
    expect(parties.faults).toEqual([]);
  });

  test('takes the calls of its owner along', async () => {
    const parties = await subscribed();
    await parties.act('courier', 'ROTATE_KEYS', {});
    await advance(parties, 'P8D');
    expect((await parties.act('courier', 'REPLAY_EVENTS', {})).state).toBe('SUCCEEDED');
    expect(parties.faults).toEqual([]);
  });

  test('is not replaced again before it is gone', async () => {
    const parties = await subscribed();
    await parties.act('courier', 'ROTATE_KEYS', {});
    expect(await parties.act('courier', 'ROTATE_KEYS', {})).toEqual({
      state: 'FAILED',
      result: { code: 'STATE_ILLEGAL' },
    });
    await advance(parties, 'P8D');
    expect((await parties.act('courier', 'ROTATE_KEYS', {})).state).toBe('SUCCEEDED');
  });

  test('is gone at once where the clock is set back', async () => {
    const parties = await subscribed();
    await parties.act('courier', 'ROTATE_KEYS', {});
    await parties.toCourier('POST', '/v1/test-controls/reset');
    expect(await signingKeys(parties)).toHaveLength(1);
    expect((await parties.act('courier', 'ROTATE_KEYS', {})).state).toBe('SUCCEEDED');
  });
});

test('a party without an address goes on by the keys that are known', async () => {
  const parties = await subscribed();
  parties.intervene(({ url }) =>
    new URL(url).pathname === '/v1/keys' ? new Response(null, { status: 503 }) : undefined,
  );
  await parties.act('courier', 'ROTATE_KEYS', {});
  const both = await signingKeys(parties);
  expect((await nextEvent(parties, both)).failureCount).toBe(0);
  await advance(parties, 'P1D');
  expect((await nextEvent(parties, both)).failureCount).toBeGreaterThan(0);
});

test('a restart goes on with the keys in use and those that were learned', async () => {
  const [courierStore, platformStore] = [memoryStore(), memoryStore()];
  const parties = await exchange({
    courier: { store: courierStore },
    platform: { store: platformStore },
  });
  await parties.act('platform', 'CREATE_SUBSCRIPTION', {});
  await parties.act('courier', 'ROTATE_KEYS', {});
  await advance(parties, 'P1D');
  const again = await createTestMock({ role: 'courier', store: courierStore });
  const kidsOf = (keys: readonly { readonly kid: string }[]) => keys.map(({ kid }) => kid);
  const { signing, published } = parties.courier.system.keys;
  expect(kidsOf(again.system.keys.published)).toEqual(kidsOf(published));
  expect(kidsOf(again.system.keys.signing)).toEqual(kidsOf(signing));
  const platform = await createTestMock({
    role: 'platform',
    store: platformStore,
    counterparties: [{ partyId: 'ZZEXPRESS', role: 'courier', name: '模拟快递' }],
  });
  expect(platform.system.counterparty('ZZEXPRESS')?.keys).toEqual(
    parties.platform.system.counterparty('ZZEXPRESS')?.keys,
  );
});
