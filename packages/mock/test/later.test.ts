import { nameOf, registry } from '@openwaybill/schemas';
import { judge } from '@openwaybill/validate';
import { expect, test } from 'vitest';
import { laterForm } from '../src/later/later-form.ts';
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
  expect(headers.get('OpenWaybill-Version')).toBe('1.1');
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
  const grown = (seed: number) => JSON.stringify(laterForm(registry, schema, value, seed, growth));
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
      const later = laterForm(registry, schema, value, 1, growth);
      if (judge(name, value, 'receiver').ok && !judge(name, later, 'receiver').ok)
        refused.push(name);
    }
  expect(refused).toEqual([]);
});
