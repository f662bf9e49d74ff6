import {
  NEXT_MINOR,
  nameOf,
  registry,
  SERVED_VERSIONS,
  toContract,
  withVersion,
} from '@openwaybill/schemas';
import { judge } from '@openwaybill/validate';
import { contractJudge } from '@openwaybill/validate/contract';
import { expect, test } from 'vitest';
import { createRecorder } from '../src/index.ts';
import type { Release } from '../src/later/later.ts';
import { laterForm } from '../src/later/later-form.ts';
import { madeUpLater } from '../src/later/made-up.ts';
import { laterOfRelease } from '../src/later/of-release.ts';
import { exchange } from './exchange.ts';

test('a platform of this minor carries a parcel with a courier of the next', async () => {
  const parties = await exchange({ courier: { isLater: true } });
  await parties.act('platform', 'CREATE_SUBSCRIPTION', {});
  await parties.act('platform', 'SUBMIT_ORDER', { orderNo: 'SO-1', consigneeSeed: 'p' });
  const made = await parties.act('platform', 'CREATE_WAYBILL', { orderNo: 'SO-1' });
  for (const eventCode of ['PICKED_UP', 'DEPARTED_ORIGIN', 'OUT_FOR_DELIVERY', 'DELIVERED']) {
    const scan = { carrierCode: 'ZZ', waybillNo: made.result.waybillNo, eventCode };
    await parties.toCourier('POST', '/v1/test-controls/scans', scan);
    await parties.settled();
  }
  const { items } = (await parties.toPlatform('GET', '/v1/test-controls/parcels')).body;
  expect(items[0].status).toBe('DELIVERED');
  const known = new Set(registry.events.map(({ type }): string => type));
  const types = parties.delivered.map(({ body }) => JSON.parse(body).type as string);
  expect(types.some((type) => !known.has(type))).toBe(true);
  const { body, headers } = await parties.toCourier('GET', '/v1/orders/SO-1');
  expect(headers.get('OpenWaybill-Version')).toBe(NEXT_MINOR);
  expect([judge('Order', body, 'sender').ok, judge('Order', body, 'receiver').ok]).toEqual([
    false,
    true,
  ]);
});

const growth = { members: true, codes: 'BESIDE' } as const;
const exampleOf = (name: string) => {
  const entry = registry.schemas.get(name);
  return { schema: entry?.schema ?? {}, value: Object.values(entry?.examples.valid ?? {})[0] };
};

test('what a later minor adds follows from its seed', () => {
  const { schema, value } = exampleOf('Order');
  const grown = (seed: number) =>
    JSON.stringify(laterForm(registry, madeUpLater(seed), schema, value, growth));
  expect(grown(1)).toBe(grown(1));
  const seeds = Array.from({ length: 20 }, (_, seed) => grown(seed));
  expect(new Set(seeds).size).toBeGreaterThan(5);
});

/** What is answered and sent: a later minor asks nothing that a server of this one could refuse. */
const told = new Set(
  [
    ...registry.operations.flatMap(({ answer }) =>
      answer.body === undefined ? [] : [answer.body],
    ),
    ...registry.events.map(({ data }) => data),
  ].map(nameOf),
);

test('every example of a later minor is taken by a receiver', () => {
  const refused: string[] = [];
  for (const [name, { schema, examples }] of registry.schemas)
    for (const value of told.has(name) ? Object.values(examples.valid) : []) {
      const later = laterForm(registry, madeUpLater(1), schema, value, growth);
      if (judge(name, value, 'receiver').ok && !judge(name, later, 'receiver').ok)
        refused.push(name);
    }
  expect(refused).toEqual([]);
});

type Changing = {
  schemas: Record<string, { schema: Record<string, unknown> & { enum: string[] } }>;
  events: { type: string; from: string[]; data: string }[];
  problems: Record<string, unknown>;
};

/** The next minor of the standard with a member, a code, an event and a problem that this one lacks. */
const release = ((): Release => {
  const next = structuredClone(
    withVersion(toContract(registry), `${NEXT_MINOR}.0`),
  ) as unknown as Changing;
  const { schemas, events, problems } = next;
  const members = schemas.Order?.schema.properties as Record<string, unknown>;
  members.shelf = { $ref: schemas.FacilityType?.schema.$id };
  const scanned = schemas.TrackingEventRecorded?.schema.properties as Record<string, unknown>;
  scanned.isNight = { type: 'boolean' };
  schemas.FacilityType?.schema.enum.push('PIER');
  const [event] = events.filter(({ from }) => from.includes('courier'));
  events.push({ ...event, type: 'org.openwaybill.queue.advisory.issued' } as never);
  problems.QUOTA_SHARED = problems.STATE_ILLEGAL;
  return next as unknown as Release;
})();

test('what is told of a release is valid by it, and not by this minor', async () => {
  const recorder = createRecorder();
  const parties = await exchange({ courier: { isLater: true, release, recorder } });
  await parties.act('platform', 'CREATE_SUBSCRIPTION', {});
  await parties.act('platform', 'SUBMIT_ORDER', { orderNo: 'SO-1', consigneeSeed: 'p' });
  const made = await parties.act('platform', 'CREATE_WAYBILL', { orderNo: 'SO-1' });
  const scan = { carrierCode: 'ZZ', waybillNo: made.result.waybillNo, eventCode: 'PICKED_UP' };
  await parties.toCourier('POST', '/v1/test-controls/scans', scan);
  await parties.settled();
  const byRelease = contractJudge(
    new Map(Object.entries(release.schemas).map(([name, { schema }]) => [name, schema])),
  );
  const { body, headers } = await parties.toCourier('GET', '/v1/orders/SO-1');
  expect(headers.get('OpenWaybill-Version')).toBe(NEXT_MINOR);
  expect(body.shelf).toBeDefined();
  expect(byRelease('Order', body, 'sender')).toEqual([]);
  expect(judge('Order', body, 'sender').ok).toBe(false);
  const told = parties.delivered.map(({ headers: head, body: text }) => ({
    version: new Headers(head).get('OpenWaybill-Version'),
    event: JSON.parse(text),
  }));
  const scanned = told.find(({ event }) => event.type.endsWith('tracking.event.recorded'));
  expect(scanned).toMatchObject({ version: NEXT_MINOR, event: { data: { isNight: true } } });
  expect(byRelease('TrackingEventRecorded', scanned?.event.data, 'sender')).toEqual([]);
  expect(told.map(({ event }) => event.type)).toContain('org.openwaybill.queue.advisory.issued');
  const discovery = (await parties.toCourier('GET', '/.well-known/openwaybill')).body;
  expect(discovery.specVersions).toEqual([...SERVED_VERSIONS, NEXT_MINOR]);
  expect(discovery.events.sends).toContain('org.openwaybill.queue.advisory.issued');
  const { groups } = (await parties.toCourier('GET', '/_mock/coverage')).body;
  const later = groups.find(({ kind }: { kind: string }) => kind === 'later').items;
  expect(later.map(({ id }: { id: string }) => id).sort()).toEqual([
    'FacilityType.PIER',
    'Order.shelf',
    'QUOTA_SHARED',
    'TrackingEventRecorded.isNight',
    'queue.advisory.issued',
  ]);
  const met = later.filter(({ count }: { count: number }) => count > 0);
  expect(met.map(({ id }: { id: string }) => id).sort()).toEqual([
    'Order.shelf',
    'TrackingEventRecorded.isNight',
    'queue.advisory.issued',
  ]);
});

const QUOTA = { code: 'QUOTA_SHARED', type: 'https://openwaybill.org/problems/QUOTA_SHARED' };
test.each([
  [409, QUOTA],
  [404, undefined],
])('a problem of a release stands in for one of its own status: %d', (status, want) => {
  const given = laterOfRelease(registry, release).problemOf(status);
  if (want === undefined) expect(given).toBeUndefined();
  else expect(given).toMatchObject(want);
});

test('a release that adds nothing changes nothing but the version', async () => {
  const same: Release = withVersion(toContract(registry), `${NEXT_MINOR}.0`);
  const { schema, value } = exampleOf('Order');
  const later = laterOfRelease(registry, same);
  expect(laterForm(registry, later, schema, value, growth)).toEqual(value);
  expect([later.version, later.eventOf('courier'), later.problemOf(409)]).toEqual([
    NEXT_MINOR,
    undefined,
    undefined,
  ]);
});

test('a made-up minor heads its deliveries with what nobody knows', async () => {
  const parties = await exchange({ courier: { isLater: true } });
  await parties.act('platform', 'CREATE_SUBSCRIPTION', {});
  await parties.act('platform', 'SUBMIT_ORDER', { orderNo: 'SO-1', consigneeSeed: 'p' });
  await parties.settled();
  const heads = parties.delivered.map(({ headers }) => new Headers(headers));
  expect(heads.length).toBeGreaterThan(0);
  for (const head of heads) {
    expect(head.get('OpenWaybill-Version')).toBe(NEXT_MINOR);
    expect(head.get('OpenWaybill-Lane-Hint')).not.toBeNull();
  }
});
