import type { Io } from '../io.ts';
import { act, advance, callParty, succeeded, Unforeseen } from '../sandbox/caller.ts';
import type { Sandbox } from '../sandbox/start.ts';
import type { WorldFile } from '../sandbox/world.ts';

/** What became of the orders of a world. */
export type Played = {
  readonly orderCount: number;
  readonly waybillCount: number;
  readonly labelCount: number;
  readonly eventCount: number;
  readonly deliveredCount: number;
  readonly returnedCount: number;
  /** Parcels of which courier and platform say the same. */
  readonly agreedCount: number;
  readonly reveals: { readonly granted: number; readonly refused: number };
  readonly interruption: {
    readonly noticeId: string;
    readonly refusedCount: number;
    readonly replayedCount: number;
  };
};

type Parcel = {
  readonly waybillNo: string;
  readonly orderNo: string;
  readonly status: string;
};

const parcelsAt = async (
  io: Io,
  sandbox: Sandbox,
  role: 'courier' | 'platform',
): Promise<ReadonlyMap<string, Parcel>> => {
  const found = new Map<string, Parcel>();
  let query = '?limit=200';
  for (;;) {
    const page = succeeded(
      await callParty(io, sandbox.party(role), 'GET', `/v1/test-controls/parcels${query}`),
      'parcels',
    );
    for (const parcel of page.items as readonly Parcel[]) found.set(parcel.waybillNo, parcel);
    if (page.nextCursor === undefined) return found;
    query = `?limit=200&cursor=${encodeURIComponent(page.nextCursor)}`;
  }
};

type Ordered = { readonly waybillNo: string; readonly consigneeRef: string };

/** Orders everything, as the platform: order, waybill, label. */
const orderAll = async (
  io: Io,
  sandbox: Sandbox,
  world: WorldFile,
  tell: (done: number, of: number) => void,
): Promise<{ readonly ordered: readonly Ordered[]; readonly labelCount: number }> => {
  const platform = sandbox.party('platform');
  const courier = sandbox.party('courier');
  const ordered: Ordered[] = [];
  let labelCount = 0;
  for (const [at, { orderNo, consigneeSeed }] of world.orders.entries()) {
    const { consigneeRef } = await act(io, sandbox, platform, 'SUBMIT_ORDER', {
      orderNo,
      consigneeSeed,
    });
    const { waybillNo } = await act(io, sandbox, platform, 'CREATE_WAYBILL', { orderNo });
    const label = succeeded(
      await callParty(io, courier, 'GET', `/v1/waybills/${waybillNo}/label`),
      'label',
    );
    if (typeof label.content === 'string') labelCount++;
    ordered.push({ waybillNo, consigneeRef });
    tell(at + 1, world.orders.length);
  }
  return { ordered, labelCount };
};

/** Asks as the courier does. Whether it is granted follows from purpose, stage and fields, and not from the asking. */
const reveal = async (
  io: Io,
  sandbox: Sandbox,
  parcel: Ordered,
  fields: readonly string[],
): Promise<boolean> => {
  const asked = await act(io, sandbox, sandbox.party('courier'), 'REQUEST_REVEAL', {
    ...parcel,
    purpose: 'FULFIL_CONTACT',
    fields,
  });
  return asked.revealId !== undefined;
};

/** An outage of tracking for two hours: refused with a notice, then caught up by cursor. */
const interrupt = async (
  io: Io,
  sandbox: Sandbox,
  probe: string,
): Promise<Played['interruption']> => {
  const courier = sandbox.party('courier');
  const { noticeId } = succeeded(
    await callParty(io, courier, 'POST', '/v1/test-controls/interruptions', {
      noticeClass: 'UNPLANNED',
      modules: ['tracking'],
      duration: 'PT2H',
    }),
    'interruption',
  );
  await sandbox.settled();
  const refused = await callParty(io, courier, 'GET', `/v1/parcels/ZZ/${probe}`);
  if (refused.status !== 503 || refused.body?.noticeId !== noticeId)
    throw new Unforeseen(`tracking in an interruption: ${refused.status}`);
  await advance(io, sandbox, 'PT3H');
  succeeded(await callParty(io, courier, 'GET', `/v1/parcels/ZZ/${probe}`), 'tracking after it');
  const { eventCount } = await act(io, sandbox, sandbox.party('platform'), 'REPLAY_EVENTS', {});
  return { noticeId, refusedCount: 1, replayedCount: eventCount };
};

/** Plays the orders of a world from submission to the end of every parcel. */
export const playWorld = async (
  io: Io,
  sandbox: Sandbox,
  world: WorldFile,
  tell: (what: 'orders' | 'way', done: number, of: number) => void,
): Promise<Played> => {
  await act(io, sandbox, sandbox.party('platform'), 'CREATE_SUBSCRIPTION', {});
  const { ordered, labelCount } = await orderAll(io, sandbox, world, (done, of) =>
    tell('orders', done, of),
  );
  const [first, ...others] = ordered;
  if (first === undefined) throw new Unforeseen('the world has no orders');
  await advance(io, sandbox, 'PT8H');
  tell('way', 1, 4);
  const interruption = await interrupt(io, sandbox, first.waybillNo);
  tell('way', 2, 4);
  // by now most parcels are out for delivery
  await advance(io, sandbox, 'PT9H30M');
  tell('way', 3, 4);
  const outcomes: boolean[] = [];
  for (const parcel of [first, ...others.slice(0, 2)])
    outcomes.push(await reveal(io, sandbox, parcel, ['PHONE']));
  // more than the purpose allows: refused, and not trimmed
  outcomes.push(await reveal(io, sandbox, first, ['PHONE', 'NAME', 'ADDRESS']));
  await advance(io, sandbox, 'P4D');
  tell('way', 4, 4);
  const [atCourier, atPlatform] = [
    await parcelsAt(io, sandbox, 'courier'),
    await parcelsAt(io, sandbox, 'platform'),
  ];
  const parcels = [...atCourier.values()];
  const count = (status: string) => parcels.filter((one) => one.status === status).length;
  const events = await Promise.all(
    parcels.map(async ({ waybillNo }) =>
      succeeded(
        await callParty(io, sandbox.party('courier'), 'GET', `/v1/parcels/ZZ/${waybillNo}`),
        'parcel',
      ),
    ),
  );
  return {
    orderCount: world.orders.length,
    waybillCount: ordered.length,
    labelCount,
    eventCount: events.reduce((sum, { eventCount }) => sum + eventCount, 0),
    deliveredCount: count('DELIVERED'),
    returnedCount: count('RETURNED'),
    agreedCount: parcels.filter(
      ({ waybillNo, status }) => atPlatform.get(waybillNo)?.status === status,
    ).length,
    reveals: {
      granted: outcomes.filter((granted) => granted).length,
      refused: outcomes.filter((granted) => !granted).length,
    },
    interruption,
  };
};
