import { type Role, SPOKEN_VERSION } from '@openwaybill/schemas';
import { expect, test } from 'vitest';
import { createTestCity } from './city.ts';
import { nextKey } from './exchange.ts';

const OTHERS = ['platform', 'hub', 'locker'] as const;
const NOTICED = 'org.openwaybill.continuity.interruption.noticed';
const planned = { noticeClass: 'PLANNED', modules: ['tracking'], duration: 'PT2H' };

const createCity = async (others: readonly Role[] = OTHERS) => {
  const city = await createTestCity(['courier', ...others]);
  const atCourier = async (by: Role, method: string, path: string, body?: unknown) => {
    const answer = await city.call(
      by,
      new Request(`${city.addressOf('courier')}/v1/${path}`, {
        method,
        headers: {
          'OpenWaybill-Version': SPOKEN_VERSION,
          ...(method === 'POST' ? { 'Idempotency-Key': nextKey() } : {}),
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
      'courier',
    );
    const text = await answer.text();
    await city.settled();
    return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) };
  };
  const advance = (by: Role, duration: string) =>
    atCourier(by, 'POST', 'test-controls/clock/advance', { by: duration });
  const noticesTo = (role: Role) =>
    city.received
      .filter(({ to, event }) => to === city.addressOf(role) && event.type === NOTICED)
      .map(({ event }) => event.data);
  return { city, atCourier, advance, noticesTo };
};

test('a notice reaches every counterparty, and each reads its own', async () => {
  const { city, atCourier, noticesTo } = await createCity();
  const made = await atCourier('platform', 'POST', 'test-controls/interruptions', planned);
  expect(made.status).toBe(201);
  const named = new Set<unknown>();
  for (const role of OTHERS) {
    const [notice, ...more] = noticesTo(role);
    expect([role, more, notice?.leadSeconds]).toEqual([role, [], 259_200]);
    expect(await atCourier(role, 'GET', `interruption-notices/${notice?.noticeId}`)).toMatchObject({
      status: 200,
      body: { status: 'ISSUED', noticeClass: 'PLANNED', scope: { modules: ['tracking'] } },
    });
    named.add(notice?.noticeId);
  }
  expect(named.size).toBe(OTHERS.length);
  expect(noticesTo('platform')[0]?.noticeId).toBe(made.body.noticeId);
  expect(city.faults).toEqual([]);
});

test('each is interrupted by its own clock, as far ahead as the first', async () => {
  const { city, atCourier, advance, noticesTo } = await createCity();
  await advance('hub', 'P10D');
  const startsAt = '2026-11-15T00:00:00+08:00';
  await atCourier('platform', 'POST', 'test-controls/interruptions', { ...planned, startsAt });
  expect(noticesTo('platform').map((one) => one.startsAt)).toEqual(['2026-11-14T16:00:00.000Z']);
  expect(noticesTo('hub').map((one) => one.startsAt)).toEqual(['2026-11-24T16:00:00.000Z']);
  await advance('hub', 'P4DT1H');
  const health = async (role: Role) =>
    (await atCourier(role, 'GET', 'interruption-notices?active=true')).body.items.length;
  expect([await health('hub'), await health('platform')]).toEqual([1, 0]);
  expect(city.faults).toEqual([]);
});

test('a notice of high risk leaves once the regulator has its report', async () => {
  const { city, atCourier, noticesTo } = await createCity(['platform', 'regulator']);
  const made = await atCourier('platform', 'POST', 'test-controls/interruptions', {
    ...planned,
    riskLevel: 'HIGH',
  });
  expect(made.status).toBe(201);
  const [notice, ...more] = noticesTo('platform');
  expect([notice, more]).toMatchObject([{ riskLevel: 'HIGH', status: 'ISSUED' }, []]);
  const reports = await city.mocks
    .get('regulator')
    ?.system.transact('', (unit) => unit.list({ collection: 'pre-report' }));
  expect(reports?.map(({ body }) => body)).toContainEqual(
    expect.objectContaining({ noticeId: notice?.noticeId, riskLevel: 'HIGH' }),
  );
  expect(city.faults).toEqual([]);
});

test('a refused announcement reaches nobody', async () => {
  const { atCourier, noticesTo } = await createCity();
  const startsAt = '2026-11-11T01:00:00+08:00';
  const refused = await atCourier('platform', 'POST', 'test-controls/interruptions', {
    ...planned,
    startsAt,
  });
  expect(refused).toMatchObject({ status: 422, body: { code: 'RULE_VIOLATION' } });
  expect(OTHERS.flatMap(noticesTo)).toEqual([]);
});

test('a counterparty whose agreement is over hears nothing', async () => {
  const { atCourier, advance, noticesTo } = await createCity();
  const { body } = await atCourier('hub', 'GET', 'agreements');
  for (const { agreementId } of body.items) {
    const path = `agreements/${agreementId}/terminate`;
    const ended = await atCourier('hub', 'POST', path, {
      reason: '合同期满不再续签',
      effectiveOn: '2026-11-11',
    });
    expect(ended.status).toBe(200);
  }
  await advance('hub', 'P1D');
  await atCourier('platform', 'POST', 'test-controls/interruptions', planned);
  expect([noticesTo('platform').length, noticesTo('hub').length]).toEqual([1, 0]);
});
