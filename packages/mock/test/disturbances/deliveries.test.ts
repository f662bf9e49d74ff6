import { registry } from '@openwaybill/schemas';
import { expect, test } from 'vitest';
import type { Kind } from '../../src/disturbances/kinds.ts';
import { readRule } from '../../src/disturbances/rule.ts';
import { COURIER, type Exchange, exchange, PLATFORM } from '../exchange.ts';

const RECORDED = 'org.openwaybill.tracking.event.recorded';
const SCANS = ['PICKED_UP', 'DEPARTED_ORIGIN', 'ARRIVED_HUB'];

/** A parcel between a courier and a platform that takes its events. */
const parcel = async () => {
  const parties = await exchange();
  await parties.act('platform', 'CREATE_SUBSCRIPTION', {});
  await parties.act('platform', 'SUBMIT_ORDER', { orderNo: 'SO-1', consigneeSeed: 'p' });
  const { result } = await parties.act('platform', 'CREATE_WAYBILL', { orderNo: 'SO-1' });
  return { parties, waybillNo: result.waybillNo as string };
};

const disturb = ({ courier }: Exchange, given: Readonly<Record<string, unknown>>): string => {
  const read = readRule(given, registry);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return courier.system.disturbances.add(read.rule, PLATFORM).id;
};

const scan = async ({ toCourier, settled }: Exchange, waybillNo: string, eventCode: string) => {
  const body = { carrierCode: 'ZZ', waybillNo, eventCode };
  await toCourier('POST', '/v1/test-controls/scans', body);
  await settled();
};

const advance = async ({ toCourier, settled }: Exchange, by: string) => {
  await toCourier('POST', '/v1/test-controls/clock/advance', { by });
  await settled();
};

/** What left for the platform about scans since a moment, in order: what befell it, and how it was answered. */
const leftSince = ({ courier }: Exchange, seq: number): readonly string[] =>
  courier.system.timeline
    .after(PLATFORM, seq)
    .filter(({ kind, record }) => kind === 'delivery' && record.type === RECORDED)
    .map(({ record }) => `${record.fault ?? 'plain'} ${record.status}`);

const now = ({ courier }: Exchange): number =>
  courier.system.timeline.after(PLATFORM, 0).at(-1)?.seq ?? 0;

type Case = {
  readonly do: { readonly kind: Kind } & Readonly<Record<string, unknown>>;
  readonly scans?: number;
  /** What has left when the scans are recorded, and what within a day after. */
  readonly want: readonly string[];
  readonly later?: readonly string[];
};

test.each<[string, Case]>([
  [
    'an attempt is lost and comes again',
    { do: { kind: 'drop' }, want: ['drop 0'], later: ['plain 204'] },
  ],
  [
    'a redirect is not followed',
    { do: { kind: 'redirect' }, want: ['redirect 307'], later: ['plain 204'] },
  ],
  [
    'a delivery comes three times',
    {
      do: { kind: 'duplicate', copies: 2 },
      want: ['plain 204', 'duplicate 204', 'duplicate 204'],
    },
  ],
  ['a delivery comes later', { do: { kind: 'delay' }, want: [], later: ['plain 204'] }],
  [
    'a forged event is refused, the true one is taken',
    { do: { kind: 'forge' }, want: ['forge 401', 'plain 204'] },
  ],
  [
    'an event under a strange key is refused',
    { do: { kind: 'unknown-key' }, want: ['unknown-key 401', 'plain 204'] },
  ],
  ['an old delivery is refused', { do: { kind: 'stale' }, want: ['stale 401', 'plain 204'] }],
  [
    'an event too large is refused',
    { do: { kind: 'oversize' }, want: ['oversize 413', 'plain 204'] },
  ],
  [
    'what comes in another order is taken',
    {
      do: { kind: 'reorder', window: 3 },
      scans: 3,
      want: ['plain 204', 'plain 204', 'plain 204'],
    },
  ],
  [
    'what waits for a window leaves without it',
    {
      do: { kind: 'reorder', window: 5 },
      scans: 2,
      want: [],
      later: ['plain 204', 'plain 204'],
    },
  ],
  [
    'a backlog comes all at once',
    {
      do: { kind: 'backlog' },
      scans: 3,
      want: [],
      later: ['plain 204', 'plain 204', 'plain 204'],
    },
  ],
  ['a key that is replaced changes nothing', { do: { kind: 'rotate' }, want: ['plain 204'] }],
  ['a member of a later minor is ignored', { do: { kind: 'extra-member' }, want: ['plain 204'] }],
  ['a code of a later minor is taken', { do: { kind: 'unknown-code' }, want: ['plain 204'] }],
  [
    'an event of a later minor is acknowledged',
    { do: { kind: 'unknown-event' }, want: ['plain 204'] },
  ],
])('%s', async (_title, { do: doing, scans = 1, want, later = [] }) => {
  const { parties, waybillNo } = await parcel();
  const id = disturb(parties, {
    match: { eventType: RECORDED },
    do: doing,
    ...(scans === 1 ? { times: 1 } : {}),
  });
  const before = now(parties);
  for (const code of SCANS.slice(0, scans)) await scan(parties, waybillNo, code);
  expect(leftSince(parties, before)).toEqual(want);
  const between = now(parties);
  await advance(parties, 'P1D');
  expect(leftSince(parties, between)).toEqual(later);
  const fired = parties.courier.system.disturbances.firings(PLATFORM);
  expect(new Set(fired.map(({ faultId, kind }) => `${faultId} ${kind}`))).toEqual(
    new Set([`${id} ${doing.kind}`]),
  );
  // nothing waits any more, nothing was lost, and nothing was taken twice
  const sent = await parties.courier.system.transact(PLATFORM, async (unit) => ({
    waiting: await unit.list({ collection: 'delivery', owner: PLATFORM }),
    events: (await unit.list({ collection: 'event', owner: PLATFORM })).map(({ body }) => body),
  }));
  expect(sent.waiting).toEqual([]);
  const taken = await parties.platform.system.transact(COURIER, (unit) =>
    unit.list({ collection: 'inbox', owner: COURIER }),
  );
  const ids = sent.events.map((event) => (event as { readonly id: string }).id);
  expect(taken.map((row) => row.id.split('/').at(-1)).sort()).toEqual(
    expect.arrayContaining(ids.slice(-scans).sort()),
  );
  const statusAt = async (call: Exchange['toCourier']) =>
    (await call('GET', '/v1/test-controls/parcels')).body.items[0].status;
  if (doing.kind !== 'unknown-code')
    expect(await statusAt(parties.toPlatform)).toBe(await statusAt(parties.toCourier));
});

test('a window leaves in another order than it came', async () => {
  const { parties, waybillNo } = await parcel();
  disturb(parties, { match: { eventType: RECORDED }, do: { kind: 'reorder', window: 3 } });
  for (const code of SCANS) await scan(parties, waybillNo, code);
  const codes = parties.events('tracking.event.recorded').map(({ data }) => data.eventCode);
  expect([...codes].sort()).toEqual([...SCANS].sort());
  expect(codes).not.toEqual(SCANS);
});

test('while a key is replaced two signatures stand, a day later one', async () => {
  const { parties, waybillNo } = await parcel();
  disturb(parties, { match: { eventType: RECORDED }, do: { kind: 'rotate' } });
  const signatures = () =>
    parties.delivered.at(-1)?.headers['webhook-signature']?.split(' ').length;
  await scan(parties, waybillNo, 'PICKED_UP');
  expect(signatures()).toBe(2);
  await advance(parties, 'P2D');
  await scan(parties, waybillNo, 'DEPARTED_ORIGIN');
  expect(signatures()).toBe(1);
});

test('no challenge is disturbed', async () => {
  const parties = await exchange();
  disturb(parties, { do: { kind: 'drop' } });
  await parties.act('platform', 'CREATE_SUBSCRIPTION', {});
  const { items } = (await parties.toCourier('GET', '/v1/event-subscriptions')).body;
  expect(items.map(({ state }: { readonly state: string }) => state)).toEqual(['ACTIVE']);
});
