import { createReceiver } from '@openwaybill/client/receiver';
import { createTestMock } from '@openwaybill/mock/testing';
import { expect, test } from 'vitest';

const TENANT = 'SHOPONE';
const SENT = 'org.openwaybill.agreement.status.changed';

test('a receiver down for a day loses nothing and handles nothing twice', async () => {
  const handled: string[] = [];
  let isUp = true;
  let attempts = 0;
  let receive = async (_: Request): Promise<Response> => new Response(null, { status: 503 });
  const courier = await createTestMock({
    send: async ({ url, headers, body }) => {
      attempts += 1;
      if (!isUp) return { status: 0, body: '' };
      const answer = await receive(new Request(url, { method: 'POST', headers, body }));
      return { status: answer.status, body: await answer.text() };
    },
  });
  let count = 0;
  const call = async (method: string, path: string, body?: unknown) => {
    count += 1;
    const answer = await courier.fetch(
      new Request(`https://courier.test${path}`, {
        method,
        headers: {
          Authorization: `Bearer ${courier.developmentTokens.get(TENANT)}`,
          'Idempotency-Key': `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`,
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
    const text = await answer.text();
    await courier.settled();
    return text === '' ? undefined : JSON.parse(text);
  };
  receive = createReceiver({
    keys: (await call('GET', '/v1/keys')).keys,
    now: courier.system.options.wallClock,
    handlers: { [SENT]: ({ id }) => void handled.push(id) },
  });
  await call('POST', '/v1/event-subscriptions', {
    subscriptionId: '019a3b10-5c00-7a10-8b20-0c3d4e5f60b1',
    callbackUrl: 'https://platform.test/hooks',
    eventTypes: [SENT],
    signing: 'V1A',
  });
  const [{ agreementId }] = (await call('GET', '/v1/agreements')).items;
  const stir = async () => {
    for (const step of ['suspend', 'resume'])
      await call('POST', `/v1/agreements/${agreementId}/${step}`);
  };
  const advance = (by: string) => call('POST', '/v1/test-controls/clock/advance', { by });

  await stir();
  isUp = false;
  await stir();
  await advance('PT12H');
  await stir();
  await advance('PT12H');
  expect(handled).toHaveLength(2);
  isUp = true;
  await advance('PT7H');
  const told = (await call('GET', '/v1/events')).events.map(({ id }: { id: string }) => id);
  expect(told).toHaveLength(6);
  expect([...handled].sort()).toEqual([...told].sort());
  expect(attempts).toBeGreaterThan(20);
  await courier.control.of(TENANT).faults.add({ do: { kind: 'duplicate' } });
  await stir();
  expect(handled).toHaveLength(8);
  expect(new Set(handled).size).toBe(8);
});
