import { camelCase, orderLifecycle } from '@openwaybill/schemas';
import { describe, expect, test } from 'vitest';
import {
  creation,
  type Got,
  HOUR,
  plan,
  scan,
  ship,
  submission,
  type TestCourier,
  testCourier,
} from '../mock-courier.ts';
import { correct, type End, ended, ORDER, orderIn } from './order-states.ts';

const STATES = Object.keys(orderLifecycle.states);

const read = async ({ call }: TestCourier) => (await call('GET', `/orders/${ORDER}`)).body;

const commands: Readonly<Record<string, (courier: TestCourier) => Promise<Got>>> = {
  'cancel-order': ({ call }) => call('POST', `/orders/${ORDER}/cancel`, { reason: 'OTHER' }),
  'update-order': async (courier) =>
    courier.call(
      'PATCH',
      `/orders/${ORDER}`,
      { service: { product: 'EXPRESS' } },
      {
        headers: { 'If-Match': `"${(await read(courier)).revision}"` },
      },
    ),
};

const namedBy = (on: string, state: string): boolean =>
  orderLifecycle.transitions.some(
    (row) => row.on === on && (row.from as readonly string[]).includes(state),
  );

describe.each(STATES)('an order that is %s', (state) => {
  test.each(Object.keys(commands))('obeys the table for %s', async (on) => {
    const courier = await testCourier();
    await orderIn[state]?.(courier);
    const before = await read(courier);
    expect(before.status).toBe(state);
    const got = await commands[on]?.(courier);
    if (namedBy(on, state)) expect(got?.status).toBe(200);
    else {
      expect(got?.body).toMatchObject({
        code: 'STATE_ILLEGAL',
        from: state,
        command: camelCase(on),
      });
      expect(await read(courier)).toEqual(before);
    }
    expect(courier.defects).toEqual([]);
    expect(courier.faults).toEqual([]);
  });
});

test('every command of the table has its probe', () => {
  const named = orderLifecycle.transitions.filter((row) => row.kind === 'command');
  expect([...new Set(named.map((row) => row.on))].sort()).toEqual(
    ['submit-order', ...Object.keys(commands)].sort(),
  );
});

/** Two packages, of which one has a number: an order that is still ACCEPTED and has a parcel. */
const halfBound = async (courier: TestCourier): Promise<string> => {
  await courier.call('POST', '/orders', submission(ORDER, { packages: [plan('P1'), plan('P2')] }));
  return (await courier.call('POST', '/waybills', creation(ORDER))).body.waybillNo;
};

type Move = {
  readonly from: string;
  readonly on: string;
  readonly to: string;
  readonly act: (courier: TestCourier) => Promise<unknown>;
};

const scanned =
  (...codes: readonly string[]) =>
  async (courier: TestCourier) => {
    const [waybillNo = ''] = await ship(courier, ORDER);
    for (const code of codes) await scan(courier, waybillNo, code);
  };
const halfScanned =
  (...codes: readonly string[]) =>
  async (courier: TestCourier) => {
    const waybillNo = await halfBound(courier);
    for (const code of codes) await scan(courier, waybillNo, code);
  };
const corrected = (ends: readonly End[], to?: End) => async (courier: TestCourier) => {
  const parcels = await ended(courier, ends);
  await correct(courier, parcels.at(-1), to);
};
const D = 'DELIVERED';
const R = 'RETURN_DELIVERED';

const moves: readonly Move[] = [
  {
    from: 'SUBMITTED',
    on: 'COURIER_ACCEPTS',
    to: 'ACCEPTED',
    act: async (courier) => {
      await orderIn.SUBMITTED?.(courier);
      await courier.advance(HOUR);
    },
  },
  {
    from: 'SUBMITTED',
    on: 'COURIER_REJECTS',
    to: 'REJECTED',
    act: async (courier) => orderIn.REJECTED?.(courier),
  },
  { from: 'ACCEPTED', on: 'EVERY_LIVE_PACKAGE_BOUND', to: 'ALLOCATED', act: scanned() },
  {
    from: 'ACCEPTED',
    on: 'PICKUP_ASSIGNED',
    to: 'PICKUP_SCHEDULED',
    act: halfScanned('PICKUP_ASSIGNED'),
  },
  {
    from: 'ALLOCATED',
    on: 'PICKUP_ASSIGNED',
    to: 'PICKUP_SCHEDULED',
    act: scanned('PICKUP_ASSIGNED'),
  },
  {
    from: 'PICKUP_SCHEDULED',
    on: 'PICKUP_FAILED',
    to: 'ACCEPTED',
    act: halfScanned('PICKUP_ASSIGNED', 'PICKUP_FAILED'),
  },
  {
    from: 'PICKUP_SCHEDULED',
    on: 'PICKUP_FAILED',
    to: 'ALLOCATED',
    act: scanned('PICKUP_ASSIGNED', 'PICKUP_FAILED'),
  },
  {
    from: 'CANCEL_REQUESTED',
    on: 'ALL_WAYBILLS_VOIDED',
    to: 'CANCELLED',
    act: async (courier) => {
      await orderIn.CANCEL_REQUESTED?.(courier);
      await courier.advance(HOUR);
    },
  },
  {
    from: 'CANCEL_REQUESTED',
    on: 'FIRST_PHYSICAL_SCAN',
    to: 'IN_FULFILMENT',
    act: async (courier) => {
      await orderIn.CANCEL_REQUESTED?.(courier);
      const [{ waybillNo }] = (await read(courier)).waybills;
      await scan(courier, waybillNo, 'PICKED_UP');
    },
  },
  {
    from: 'ACCEPTED',
    on: 'FIRST_PHYSICAL_SCAN',
    to: 'IN_FULFILMENT',
    act: halfScanned('PICKED_UP'),
  },
  { from: 'ALLOCATED', on: 'FIRST_PHYSICAL_SCAN', to: 'IN_FULFILMENT', act: scanned('PICKED_UP') },
  {
    from: 'PICKUP_SCHEDULED',
    on: 'FIRST_PHYSICAL_SCAN',
    to: 'IN_FULFILMENT',
    act: scanned('PICKUP_ASSIGNED', 'PICKED_UP'),
  },
  ...(
    [
      ['COMPLETED', [D]],
      ['PARTIALLY_COMPLETED', [D, R]],
      ['RETURNED', [R]],
    ] as const
  ).map(
    ([to, ends]): Move => ({
      from: 'IN_FULFILMENT',
      on: 'PARCELS_TERMINAL',
      to,
      act: (courier) => ended(courier, ends),
    }),
  ),
  ...(
    [
      ['COMPLETED', 'PARTIALLY_COMPLETED', [D, D], R],
      ['COMPLETED', 'RETURNED', [D], R],
      ['COMPLETED', 'IN_FULFILMENT', [D], undefined],
      ['PARTIALLY_COMPLETED', 'COMPLETED', [D, R], D],
      ['PARTIALLY_COMPLETED', 'RETURNED', [R, D], R],
      ['PARTIALLY_COMPLETED', 'IN_FULFILMENT', [D, R], undefined],
      ['RETURNED', 'COMPLETED', [R], D],
      ['RETURNED', 'PARTIALLY_COMPLETED', [R, R], D],
      ['RETURNED', 'IN_FULFILMENT', [R], undefined],
    ] as const
  ).map(
    ([from, to, ends, end]): Move => ({
      from,
      on: 'PARCEL_CORRECTED',
      to,
      act: corrected(ends, end),
    }),
  ),
];

const labelOf = ({ from, on, to }: Pick<Move, 'from' | 'on' | 'to'>) => `${from} ${on} ${to}`;

test.each(moves.map((move) => [labelOf(move), move] as const))('%s', async (_, move) => {
  const courier = await testCourier();
  await move.act(courier);
  expect((await read(courier)).status).toBe(move.to);
  const last = (await courier.events('order.status.changed')).at(-1);
  expect([last?.fromStatus, last?.toStatus]).toEqual([move.from, move.to]);
  expect(courier.defects).toEqual([]);
});

test('every move of the table that is no command has its row here', () => {
  const rows = orderLifecycle.transitions
    .filter((row) => row.kind !== 'command')
    .flatMap(({ from, on, to }) => from.map((one) => labelOf({ from: one, on, to })))
    // the same state again is no move
    .filter((row) => new Set(row.split(' ').filter((_, index) => index !== 1)).size === 2);
  expect([...new Set(moves.map(labelOf))].sort()).toEqual([...new Set(rows)].sort());
});

test('a correction that leaves the outcome as it is changes no order', async () => {
  const courier = await testCourier();
  const parcels = await ended(courier, [D]);
  const before = await read(courier);
  await correct(courier, parcels[0], D);
  expect(await read(courier)).toEqual(before);
});
