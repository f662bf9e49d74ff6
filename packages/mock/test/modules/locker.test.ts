import { type LockerDeposit, registry, SPOKEN_VERSION } from '@openwaybill/schemas';
import { describe, expect, test } from 'vitest';
import { createTestCity } from '../city.ts';
import { createOneParty, type OneParty } from './one-party.ts';

const COURIER = { partyId: 'ZZEXPRESS', role: 'courier', name: '模拟快递' } as const;
const PLATFORM = { partyId: 'SHOPONE', role: 'platform', name: '示例电商' } as const;
const STRANGER = { partyId: 'SHOPTWO', role: 'platform', name: '另一电商' } as const;
const RIVAL = { partyId: 'YYEXPRESS', role: 'courier', name: '另一快递' } as const;

const SCAN = 'org.openwaybill.tracking.event.recorded';

const asPlatform = { as: PLATFORM.partyId };

const asked = {
  lockerId: 'LK-0001',
  waybillNo: 'ZZ010000000016',
  carrierCode: 'ZZ',
  platformId: PLATFORM.partyId,
  size: 'L',
  temperature: 'AMBIENT',
  untilAt: '2026-11-11T02:00:00+08:00',
  consentId: '019a3b10-5c00-7a10-8b20-0c3d4e5f6081',
};
const { consentId: _, ...unasked } = asked;

const removal = { reason: 'REFUSED', actor: { actorId: 'st-7f3a', kind: 'COURIER' } };

const openLocker = () => createOneParty('locker', COURIER, [PLATFORM, STRANGER, RIVAL]);

const bodyOf = (got: { readonly body: unknown }) => got.body as Readonly<Record<string, unknown>>;

const reserve = async ({ call }: OneParty, request: object = asked): Promise<string> => {
  const answer = await call('POST', '/v1/locker-reservations', request);
  expect(answer).toMatchObject({ status: 201, body: { status: 'RESERVED' } });
  return String(bodyOf(answer).reservationId);
};

const pass = async ({ call }: OneParty, by: string): Promise<void> => {
  for (const sent of [{}, asPlatform])
    await call('POST', '/v1/test-controls/clock/advance', { by }, sent);
};

const cause = async (party: OneParty, id: string, fact: string): Promise<void> => {
  const of = fact === 'DOOR_CLOSED' ? 'locker-reservations' : 'locker-deposits';
  expect(await party.cause(of, id, fact)).toMatchObject({ state: 'SUCCEEDED' });
};

const deposited = async (party: OneParty, ...facts: readonly string[]): Promise<string> => {
  const id = await reserve(party);
  for (const fact of ['DOOR_CLOSED', ...facts]) await cause(party, id, fact);
  return id;
};

const readDeposit = async ({ call }: OneParty, id: string): Promise<LockerDeposit> =>
  (await call('GET', `/v1/locker-deposits/${id}`)).body as LockerDeposit;

const freeLarge = async ({ call }: OneParty): Promise<unknown> =>
  (
    bodyOf(await call('GET', '/v1/lockers/LK-0001')).cells as readonly { readonly size: string }[]
  ).find(({ size }) => size === 'L');

describe('a reservation that is refused leaves every cell as it was', () => {
  test.each([
    ['nobody agreed', unasked, 403, 'CONSENT_MISSING', ''],
    [
      'the sender did not name it',
      { ...unasked, senderNamedLocker: false },
      403,
      'CONSENT_MISSING',
      '',
    ],
    ['fresh goods', { ...asked, traits: ['FRESH'] }, 422, 'RULE_VIOLATION', '/traits/0'],
    [
      'valuable goods',
      { ...asked, traits: ['FRAGILE', 'VALUABLE'] },
      422,
      'RULE_VIOLATION',
      '/traits/1',
    ],
    [
      'a locker that is none',
      { ...asked, lockerId: 'LK-9999' },
      422,
      'RULE_VIOLATION',
      '/lockerId',
    ],
    [
      'a platform that is none',
      { ...asked, platformId: 'ZZ' },
      422,
      'RULE_VIOLATION',
      '/platformId',
    ],
    [
      'an end in the past',
      { ...asked, untilAt: '2026-11-10T23:59:59+08:00' },
      422,
      'RULE_VIOLATION',
      '/untilAt',
    ],
    ['a kind of cell that it lacks', { ...asked, size: 'XL' }, 409, 'CELL_TAKEN', ''],
    ['an unknown size', { ...asked, size: 'XXL' }, 422, 'CODE_UNKNOWN', '/size'],
    ['a phone number beside it', { ...asked, phone: '19900000001' }, 422, 'SCHEMA_VIOLATION', ''],
  ])('%s', async (_title, request, status, code, pointer) => {
    const party = await openLocker();
    const before = await party.call('GET', '/v1/lockers');
    const answer = await party.call('POST', '/v1/locker-reservations', request);
    expect(answer).toMatchObject({ status, body: { code, errors: [{ pointer }] } });
    expect((await party.call('GET', '/v1/lockers')).body).toEqual(before.body);
    expect(party.faults).toEqual([]);
  });

  test('a parcel that is in a cell gets no second one', async () => {
    const party = await openLocker();
    await reserve(party);
    const twice = await party.call('POST', '/v1/locker-reservations', asked);
    expect(twice).toMatchObject({
      status: 422,
      body: { code: 'RULE_VIOLATION', errors: [{ pointer: '/waybillNo' }] },
    });
    expect(await freeLarge(party)).toMatchObject({ freeCount: 1 });
  });

  test.each([
    ['a consent that was withdrawn', 'LOCKER', false, 403],
    ['a consent to another way of delivery', 'SERVICE_POINT', true, 403],
    ['a consent that holds', 'LOCKER', true, 201],
  ])('%s', async (_title, preference, granted, want) => {
    const city = await createTestCity(['platform', 'courier', 'locker']);
    const platform = city.mocks.get('platform')?.system;
    await platform?.transact('LOCKER1', (unit, now) =>
      platform.emit(unit, now, {
        type: 'org.openwaybill.consignee.consent.changed',
        to: 'LOCKER1',
        data: { consentId: asked.consentId, preference, granted, occurredAt: now },
      }),
    );
    await platform?.advance('LOCKER1', Date.parse('2026-11-11T00:00:01+08:00'));
    await city.settled();
    const request = new Request(`${city.addressOf('locker')}/v1/locker-reservations`, {
      method: 'POST',
      headers: {
        'OpenWaybill-Version': SPOKEN_VERSION,
        'Idempotency-Key': '00000000-0000-4000-8000-000000000001',
        'Content-Type': 'application/json',
      },
      body: JSON.stringify(asked),
    });
    expect((await city.call('courier', request, 'locker')).status).toBe(want);
    expect(city.faults).toEqual([]);
  });
});

test('of parallel reservations only as many succeed as there are cells', async () => {
  const party = await openLocker();
  const requests = Array.from({ length: 5 }, (_unused, index) => ({
    ...asked,
    waybillNo: `ZZ01000000002${index}`,
  }));
  const answers = await Promise.all(
    requests.map((request) => party.call('POST', '/v1/locker-reservations', request)),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409, 409]);
  const taken = answers.filter(({ status }) => status === 201).map((one) => bodyOf(one).cellNo);
  expect(new Set(taken).size).toBe(2);
  expect(await freeLarge(party)).toMatchObject({ totalCount: 2, freeCount: 0 });
});

test('a cell is free again after a cancellation, an expiry and a removal', async () => {
  const party = await openLocker();
  const cancelled = await reserve(party);
  expect(await freeLarge(party)).toMatchObject({ freeCount: 1 });
  await party.call('POST', `/v1/locker-reservations/${cancelled}/cancel`);
  expect(await freeLarge(party)).toMatchObject({ freeCount: 2 });

  const removed = await deposited(party);
  expect(await freeLarge(party)).toMatchObject({ freeCount: 1 });
  await party.call('POST', `/v1/locker-deposits/${removed}/remove`, removal);
  expect(await freeLarge(party)).toMatchObject({ freeCount: 2 });

  const expired = await reserve(party);
  await pass(party, 'PT2H');
  const read = await party.call('GET', `/v1/locker-reservations/${expired}`);
  expect(read).toMatchObject({ status: 200, body: { status: 'CANCELLED' } });
  expect(await freeLarge(party)).toMatchObject({ freeCount: 2 });
});

test('every change of a deposit is told with its scan, at one instant', async () => {
  const party = await openLocker();
  const id = await deposited(party, 'CODE_SENT', 'FAULT_FOUND', 'PARCEL_STILL_INSIDE', 'CODE_SENT');
  await pass(party, 'P1D');
  await cause(party, id, 'CODE_ACCEPTED');
  const told = async (type: string) =>
    (await party.events(`org.openwaybill.locker.${type}`)).map(({ occurredAt }) => occurredAt);
  const scans = await party.events(SCAN);
  const scansOf = (code: string) =>
    scans.filter(({ eventCode }) => eventCode === code).map(({ occurredAt }) => occurredAt);
  const pairs = [
    ['deposit.recorded', 'DEPOSITED_LOCKER', 2],
    ['deposit.notified', 'COLLECTION_NOTIFIED', 2],
    ['fault.reported', 'INFO', 1],
    ['deposit.overdue', 'COLLECTION_OVERDUE', 1],
    ['deposit.collected', 'COLLECTED_BY_CONSIGNEE', 1],
  ] as const;
  for (const [type, code, count] of pairs) {
    // each goes to the courier and to the platform
    expect(await told(type)).toHaveLength(count);
    expect(new Set(scansOf(code))).toEqual(new Set(await told(type)));
  }
  expect(JSON.stringify(scans)).not.toMatch(/pickupCode|sealedCode|cellNo/);
});

describe('a pickup code', () => {
  test('five wrong ones lock for ten minutes, and the right one too', async () => {
    const party = await openLocker();
    const id = await deposited(party, 'CODE_SENT');
    for (let count = 1; count < 5; count += 1) await cause(party, id, 'CODE_WRONG');
    expect(await readDeposit(party, id)).not.toHaveProperty('lockedUntilAt');
    await cause(party, id, 'CODE_WRONG');
    expect(await readDeposit(party, id)).toMatchObject({
      lockedUntilAt: '2026-11-10T16:10:00.000Z',
    });
    for (const fact of ['CODE_WRONG', 'CODE_ACCEPTED'])
      expect(await party.cause('locker-deposits', id, fact)).toMatchObject({ state: 'FAILED' });
    await pass(party, 'PT10M');
    await cause(party, id, 'CODE_ACCEPTED');
    expect(await readDeposit(party, id)).toMatchObject({
      status: 'COLLECTED',
      collectedBy: 'CONSIGNEE',
    });
  });

  test('the count begins anew after a lock', async () => {
    const party = await openLocker();
    const id = await deposited(party, 'CODE_SENT', ...Array<string>(5).fill('CODE_WRONG'));
    await pass(party, 'PT10M');
    for (let count = 1; count < 5; count += 1) await cause(party, id, 'CODE_WRONG');
    expect(await readDeposit(party, id)).not.toHaveProperty('lockedUntilAt');
  });
});

describe('storage', () => {
  test('costs nothing in the free time and whole periods after it', async () => {
    const party = await openLocker();
    const id = await deposited(party, 'CODE_SENT');
    const fee = async () =>
      (await party.call('GET', `/v1/locker-deposits/${id}/fee`, undefined, asPlatform)).body;
    const { freeUntilAt } = await readDeposit(party, id);
    for (const [by, minor, periodCount] of [
      ['PT24H', 0, 0],
      ['PT11H59M59S', 0, 0],
      ['PT1S', 50, 1],
      ['P1D', 150, 3],
    ] as const) {
      await pass(party, by);
      expect(await fee()).toMatchObject({
        amount: { currency: 'CNY', minor },
        periodCount,
        chargedFromAt: freeUntilAt,
      });
    }
    expect(party.faults).toEqual([]);
  });

  test.each([
    ['not longer than it is', {}, 'PT1H', '2026-11-12T00:00:00+08:00', 422],
    ['longer, in the free time', {}, 'PT1H', '2026-11-12T00:00:01+08:00', 200],
    ['after it and not paid', {}, 'P2D', '2026-11-14T00:00:00+08:00', 422],
    ['after it and paid', { paymentRef: 'PAY-1' }, 'P2D', '2026-11-14T00:00:00+08:00', 200],
    ['paid for the past', { paymentRef: 'PAY-1' }, 'P2D', '2026-11-12T12:00:00+08:00', 422],
  ])('extended: %s', async (_title, payment, by, untilAt, want) => {
    const party = await openLocker();
    const id = await deposited(party, 'CODE_SENT');
    await pass(party, by);
    const before = await readDeposit(party, id);
    const path = `/v1/locker-deposits/${id}/extend`;
    const answer = await party.call('POST', path, { untilAt, ...payment }, asPlatform);
    expect(answer.status).toBe(want);
    const after = await readDeposit(party, id);
    if (want === 200) expect(after).toMatchObject({ status: 'NOTIFIED', freeUntilAt: untilAt });
    else expect(after).toEqual(before);
  });

  test('is reminded of once a day', async () => {
    const party = await openLocker();
    const id = await deposited(party, 'CODE_SENT');
    const remind = () => party.call('POST', `/v1/locker-deposits/${id}/remind`);
    expect(await remind()).toMatchObject({ status: 200, body: { remindCount: 1 } });
    await pass(party, 'PT23H59M');
    const early = await remind();
    expect(early).toMatchObject({ status: 429, body: { code: 'RATE_LIMITED' } });
    expect(early.headers.get('Retry-After')).toBe('60');
    await pass(party, 'PT1M');
    expect(await remind()).toMatchObject({
      status: 200,
      body: { remindCount: 2, status: 'OVERDUE' },
    });
  });
});

describe('a deposit is seen and moved', () => {
  test.each([
    ['by its courier', COURIER, 200],
    ['by its platform', PLATFORM, 200],
    ['by no other platform', STRANGER, 404],
    ['by no other courier', RIVAL, 404],
  ])('%s', async (_title, { partyId }, status) => {
    const party = await openLocker();
    const id = await deposited(party, 'CODE_SENT');
    const sent = { as: partyId };
    const read = await party.call('GET', `/v1/locker-deposits/${id}`, undefined, sent);
    expect(read.status).toBe(status);
    const reminded = await party.call('POST', `/v1/locker-deposits/${id}/remind`, undefined, sent);
    expect(reminded.status).toBe(status);
  });

  test('by nobody before the door has closed', async () => {
    const party = await openLocker();
    const id = await reserve(party);
    expect((await party.call('GET', `/v1/locker-deposits/${id}`)).status).toBe(404);
  });

  test('out of its cell by a courier alone', async () => {
    const party = await openLocker();
    const id = await deposited(party);
    const stranger = { ...removal, actor: { actorId: 'st-1', kind: 'STATION' } };
    const answer = await party.call('POST', `/v1/locker-deposits/${id}/remove`, stranger);
    expect(answer).toMatchObject({ status: 403, body: { code: 'ASSIGNMENT_REQUIRED' } });
    expect(await readDeposit(party, id)).toMatchObject({ status: 'DEPOSITED' });
  });
});

describe('a command that the table does not name', () => {
  const lifecycle = registry.lifecycles.find(({ entity }) => entity === 'locker-deposit');
  const ways: Readonly<Record<string, readonly string[]>> = {
    DEPOSITED: [],
    NOTIFIED: ['CODE_SENT'],
    OVERDUE: ['CODE_SENT', 'FREE_STORAGE_ENDED'],
    COLLECTED: ['CODE_SENT', 'CODE_ACCEPTED'],
    FAULT: ['FAULT_FOUND'],
    REMOVED: ['FAULT_FOUND', 'PARCEL_TAKEN_OUT'],
  };
  const commands: Readonly<Record<string, readonly [string, unknown, object]>> = {
    'remind-deposit': ['remind', undefined, asPlatform],
    'extend-deposit': ['extend', { untilAt: '2026-11-30T00:00:00+08:00' }, asPlatform],
    'remove-deposit': ['remove', removal, {}],
  };
  const illegal = Object.keys(ways).flatMap((status) =>
    Object.keys(commands)
      .filter(
        (on) => !lifecycle?.transitions.some((row) => row.on === on && row.from.includes(status)),
      )
      .map((on) => [on, status] as const),
  );

  test('there are some', () => expect(illegal.length).toBeGreaterThan(6));

  test.each(illegal)('%s from %s changes nothing', async (on, status) => {
    const party = await openLocker();
    const id = await deposited(party, ...(ways[status] ?? []));
    const before = await readDeposit(party, id);
    expect(before.status).toBe(status);
    const [verb, body, sent] = commands[on] ?? ['', undefined, {}];
    const answer = await party.call('POST', `/v1/locker-deposits/${id}/${verb}`, body, sent);
    expect(answer).toMatchObject({ status: 409, body: { code: 'STATE_ILLEGAL', from: status } });
    expect(await readDeposit(party, id)).toEqual(before);
    expect(party.faults).toEqual([]);
  });

  test.each(Object.keys(ways))('cancel-reservation from %s changes nothing', async (status) => {
    const party = await openLocker();
    const id = await deposited(party, ...(ways[status] ?? []));
    const answer = await party.call('POST', `/v1/locker-reservations/${id}/cancel`);
    expect(answer).toMatchObject({ status: 409, body: { code: 'STATE_ILLEGAL' } });
    expect(await readDeposit(party, id)).toMatchObject({ status });
  });
});

describe('a code at a platform', () => {
  const delivery = {
    depositId: '0193a5c0-7d4e-7a11-8c00-000000000201',
    waybillNo: 'ZZ010000000016',
    sealedCode: 'eyJhbGciOiJFQ0RILUVTK0EyNTZLVyJ9.a2V5.aXY.Y2lwaGVy.dGFn',
    expiresAt: '2026-11-14T11:00:00+08:00',
  };
  const LOCKER = { partyId: 'LOCKER1', role: 'locker', name: '样例快件箱' } as const;

  test.each([
    ['of a parcel that is not its own', delivery, LOCKER, 404, 'NOT_FOUND'],
    ['in clear', { ...delivery, sealedCode: '483920' }, LOCKER, 422, 'SCHEMA_VIOLATION'],
    ['from a courier', delivery, COURIER, 403, 'ROLE_NOT_PERMITTED'],
  ])('%s is refused and never repeated', async (_title, body, from, status, code) => {
    const party = await createOneParty('platform', LOCKER, [COURIER]);
    const answer = await party.call('POST', '/v1/pickup-codes', body, { as: from.partyId });
    expect(answer).toMatchObject({ status, body: { code } });
    expect(JSON.stringify(answer.body)).not.toContain(body.sealedCode);
    expect(party.faults).toEqual([]);
  });
});
