import {
  camelCase,
  interceptLifecycle,
  type Waybill,
  waybillLifecycle,
} from '@openwaybill/schemas';
import { describe, expect, test } from 'vitest';
import { findWaybill, putWaybill } from '../../src/waybills/stored-waybill.ts';
import {
  creation,
  type Got,
  HOUR,
  PLATFORM,
  scan,
  ship,
  submission,
  type TestCourier,
  testCourier,
} from '../mock-courier.ts';

const read = async ({ call }: TestCourier, waybillNo: string) =>
  (await call('GET', `/waybills/${waybillNo}`)).body;

const shipped = async (courier: TestCourier): Promise<string> => (await ship(courier))[0] ?? '';
const scanned = async (courier: TestCourier, ...codes: readonly string[]): Promise<string> => {
  const waybillNo = await shipped(courier);
  for (const code of codes) await scan(courier, waybillNo, code);
  return waybillNo;
};

/** A number in each state in which it is a waybill. Creation passes through BOUND, so that is set by hand. */
const waybillIn: Readonly<Record<string, (courier: TestCourier) => Promise<string>>> = {
  BOUND: async (courier) => {
    const waybillNo = await shipped(courier);
    await courier.mock.system.transact(PLATFORM, async (unit) => {
      const stored = await findWaybill(unit, waybillNo);
      if (stored === undefined) throw new Error('there is no such waybill');
      const status: Waybill['status'] = 'BOUND';
      putWaybill(unit, { ...stored, waybill: { ...stored.waybill, status } });
    });
    return waybillNo;
  },
  LABELLED: shipped,
  ACTIVE: (courier) => scanned(courier, 'PICKED_UP'),
  FINALISED: (courier) => scanned(courier, 'PICKED_UP', 'DELIVERED'),
  VOIDED: async (courier) => {
    const waybillNo = await shipped(courier);
    await courier.call('POST', `/waybills/${waybillNo}/cancel`, { reason: 'OTHER' });
    return waybillNo;
  },
};

const commands: Readonly<
  Record<string, (courier: TestCourier, waybillNo: string) => Promise<Got>>
> = {
  'get-waybill-label': ({ call }, no) => call('GET', `/waybills/${no}/label`),
  'confirm-print': ({ call }, no) =>
    call('POST', `/waybills/${no}/print-confirmations`, {
      printedAt: '2026-11-11T00:00:00+08:00',
      copyCount: 1,
    }),
  'update-waybill': async (courier, no) =>
    courier.call(
      'PATCH',
      `/waybills/${no}`,
      { weightGrams: 1500 },
      {
        headers: { 'If-Match': `"${(await read(courier, no)).revision}"` },
      },
    ),
  'cancel-waybill': ({ call }, no) => call('POST', `/waybills/${no}/cancel`, { reason: 'OTHER' }),
  'intercept-waybill': ({ call }, no) =>
    call('POST', `/waybills/${no}/intercept`, {
      interceptType: 'RETURN_TO_SENDER',
      payer: 'SENDER',
      reason: 'BUYER_CANCELLED',
    }),
};

const rowFor = (on: string, state: string) =>
  waybillLifecycle.transitions.find(
    (row) => row.on === on && (row.from as readonly string[]).includes(state),
  );

describe.each(Object.keys(waybillIn))('a waybill that is %s', (state) => {
  test.each(Object.keys(commands))('obeys the table for %s', async (on) => {
    const courier = await testCourier();
    const waybillNo = (await waybillIn[state]?.(courier)) ?? '';
    const before = await read(courier, waybillNo);
    expect(before.status).toBe(state);
    const got = await commands[on]?.(courier, waybillNo);
    const row = rowFor(on, state);
    const after = await read(courier, waybillNo);
    if (row === undefined) {
      expect(got?.body).toMatchObject({
        code: 'STATE_ILLEGAL',
        from: state,
        command: camelCase(on),
      });
      expect(after).toEqual(before);
    } else {
      expect(got?.status).toBeLessThan(300);
      expect(after.status).toBe(row.to === 'SAME' ? state : row.to);
      if (row.outcome !== undefined) expect(got?.body.outcome).toBe(row.outcome);
    }
    expect(courier.defects).toEqual([]);
    expect(courier.faults).toEqual([]);
  });
});

test('every command of the table has its probe', () => {
  const named = waybillLifecycle.transitions.filter((row) => row.kind === 'command');
  const creations = ['allocate-waybill-numbers', 'create-waybill'];
  expect([...new Set(named.map((row) => row.on))].sort()).toEqual(
    [...creations, ...Object.keys(commands)].sort(),
  );
});

test('a correction opens a finalised waybill again', async () => {
  const courier = await testCourier();
  const waybillNo = await scanned(courier, 'PICKED_UP');
  const { eventId } = await scan(courier, waybillNo, 'DELIVERED');
  await courier.advance(HOUR);
  await scan(courier, waybillNo, 'DELIVERED', {
    correctsEventId: eventId,
    correctionReason: 'DID_NOT_OCCUR',
  });
  expect((await read(courier, waybillNo)).status).toBe('ACTIVE');
});

test('a reserved number is no waybill, and falls back in the end', async () => {
  const courier = await testCourier();
  const reserve = await courier.call('POST', '/waybill-numbers/allocate', {
    carrierAccountId: 'ACC-0001',
    numberCount: 2,
    expiresAt: '2026-11-11T01:00:00+08:00',
  });
  const [waybillNo] = reserve.body.numbers;
  expect((await courier.call('GET', `/waybills/${waybillNo}`)).status).toBe(404);
  await courier.advance(2 * HOUR);
  await courier.call('POST', '/orders', submission());
  const late = creation('SO-1', { allocationMode: 'POOL' });
  const named = await courier.call('POST', '/waybills', { ...late, waybillNo });
  expect(named.body.code).toBe('RULE_VIOLATION');
  expect((await courier.call('POST', '/waybills', late)).body.code).toBe('BALANCE_EXHAUSTED');
  expect((await courier.call('GET', '/waybill-balances')).body.items[0]).toMatchObject({
    allocatedCount: 2,
    usedCount: 0,
    cancelledCount: 2,
  });
});

const interceptOf = async (courier: TestCourier, waybillNo: string): Promise<Got> => {
  const command = commands['intercept-waybill'];
  if (command === undefined) throw new Error('there is no such command');
  return command(courier, waybillNo);
};

describe('an accepted intercept', () => {
  const resolutions = [
    { given: ['PICKED_UP'], act: undefined, want: 'SUCCEEDED' },
    {
      given: ['PICKED_UP'],
      act: 'INTERCEPT_ACCEPTED',
      want: 'SUCCEEDED',
    },
    { given: ['PICKED_UP'], act: 'INTERCEPT_FAILED', want: 'FAILED' },
    { given: ['OUT_FOR_DELIVERY'], act: 'DELIVERED', want: 'FAILED' },
    { given: ['DEPOSITED_LOCKER'], act: undefined, want: 'FAILED' },
  ];
  test.each(resolutions)('$given then $act is $want by one event', async ({ given, act, want }) => {
    const courier = await testCourier();
    const waybillNo = await scanned(courier, ...given);
    const { body } = await interceptOf(courier, waybillNo);
    expect(body).toMatchObject({ state: 'ACCEPTED', revision: 2 });
    expect((await interceptOf(courier, waybillNo)).body.code).toBe('STATE_ILLEGAL');
    if (act !== undefined) await scan(courier, waybillNo, act);
    await courier.advance(2 * HOUR);
    const after = (await courier.call('GET', `/intercepts/${body.interceptId}`)).body;
    expect(after).toMatchObject({ state: want, revision: 3 });
    expect(await courier.events('waybill.intercept.resolved')).toMatchObject([
      { interceptId: body.interceptId, outcome: want },
    ]);
    expect(courier.defects).toEqual([]);
    expect(courier.faults).toEqual([]);
  });

  test('is partly successful where a child parcel is gone', async () => {
    const courier = await testCourier();
    const [mother = ''] = await ship(courier, 'SO-1', ['P1']);
    await courier.call('POST', '/orders', submission('SO-2'));
    const child = (
      await courier.call('POST', '/waybills', creation('SO-2', { parentWaybillNo: mother }))
    ).body.waybillNo;
    await scan(courier, child, 'DELIVERED');
    await scan(courier, mother, 'PICKED_UP');
    const { body } = await interceptOf(courier, mother);
    await courier.advance(2 * HOUR);
    expect((await courier.call('GET', `/intercepts/${body.interceptId}`)).body.state).toBe(
      'PARTIAL',
    );
  });

  test('is refused for a parcel that is on its way back', async () => {
    const courier = await testCourier();
    const waybillNo = await scanned(courier, 'PICKED_UP', 'DEPARTED_ORIGIN', 'RETURN_STARTED');
    const { body } = await interceptOf(courier, waybillNo);
    expect(body).toMatchObject({ state: 'FAILED', revision: 2 });
    expect(await courier.events('waybill.intercept.resolved')).toHaveLength(1);
  });

  test('has ends that are all of the table', () => {
    const ends = Object.entries(interceptLifecycle.states)
      .filter(([, state]) => state.terminal)
      .map(([name]) => name);
    expect(new Set([...resolutions.map(({ want }) => want), 'PARTIAL'])).toEqual(new Set(ends));
  });
});
