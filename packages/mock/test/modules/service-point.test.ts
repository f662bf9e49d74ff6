import {
  type OutletFiling,
  type Role,
  registry,
  type ServicePoint,
  SPOKEN_VERSION,
} from '@openwaybill/schemas';
import { describe, expect, test } from 'vitest';
import { createTestCity } from '../city.ts';
import { nextKey } from '../exchange.ts';
import { createOneParty, type OneParty } from './one-party.ts';

const COURIER = { partyId: 'ZZEXPRESS', role: 'courier', name: '模拟快递' } as const;
const RIVAL = { partyId: 'YYEXPRESS', role: 'courier', name: '另一快递' } as const;
const STATION = { partyId: 'SERVICEPOINT1', role: 'service-point', name: '样例驿站' } as const;
const OTHER = { partyId: 'SERVICEPOINT2', role: 'service-point', name: '另一驿站' } as const;

const POINT = '0193a5c0-7d4e-7a11-8c00-000000000301';
const PATH = `/v1/service-points/${POINT}`;
const FILING_CHANGED = 'org.openwaybill.servicepoint.filing.changed';

const station = {
  kind: 'VILLAGE_STATION',
  tier: 'VILLAGE',
  name: '样例村村级服务点',
  address: {
    region: {
      countryCode: 'CN',
      regionCode: '210213',
      townCode: '210213101',
      villageCode: '210213101201',
      regionCodeVersion: 'NBS-2023',
    },
    line: '样例村 1 号',
  },
  geo: { longitudeMicrodegrees: 121_790_200, latitudeMicrodegrees: 39_050_600, crs: 'GCJ02' },
  operator: { partyId: STATION.partyId, role: 'service-point' },
  carrierCodes: ['ZZ'],
  capabilities: ['DROP_OFF', 'FARM_PRODUCE'],
  openingHours: [{ weekday: 1, opensAt: '08:30', closesAt: '18:00' }],
  isPublicFacility: true,
  status: 'OPEN',
};
const { crs: _, ...unclear } = station.geo;
const { villageCode: __, ...town } = station.address.region;

const openHub = () => createOneParty('hub', STATION, [OTHER, COURIER]);

const seen = async ({ call }: OneParty): Promise<unknown> =>
  (await call('GET', '/v1/service-points', undefined, { as: COURIER.partyId })).body;

describe('an entry that is refused leaves the directory as it was', () => {
  const period = { weekday: 1, opensAt: '08:30', closesAt: '12:00' };
  test.each([
    ['no coordinate system', { geo: unclear }, 'SCHEMA_VIOLATION', '/geo'],
    [
      'a coordinate system of no list',
      { geo: { ...station.geo, crs: 'CGCS2000' } },
      'CODE_UNKNOWN',
      '/geo/crs',
    ],
    [
      'a fraction of a microdegree',
      { geo: { ...station.geo, latitudeMicrodegrees: 39.0506 } },
      'SCHEMA_VIOLATION',
      '/geo/latitudeMicrodegrees',
    ],
    [
      'a village without its code',
      { address: { ...station.address, region: town } },
      'RULE_VIOLATION',
      '/address/region',
    ],
    [
      'a town of another district',
      { tier: 'TOWN', address: { ...station.address, region: { ...town, townCode: '210202001' } } },
      'RULE_VIOLATION',
      '/address/region/townCode',
    ],
    ['a slip in the location number', { gln: '2102020000004' }, 'CHECK_DIGIT_INVALID', '/gln'],
    [
      'periods that overlap',
      { openingHours: [period, { ...period, opensAt: '11:00', closesAt: '13:00' }] },
      'RULE_VIOLATION',
      '/openingHours/1',
    ],
    [
      'a period over midnight',
      { openingHours: [{ ...period, opensAt: '22:00', closesAt: '02:00' }] },
      'RULE_VIOLATION',
      '/openingHours/0/closesAt',
    ],
    [
      'the person who answers for it',
      { responsiblePerson: { name: '张三丰', mobile: '+8619900000001' } },
      'SCHEMA_VIOLATION',
      '',
    ],
  ])('%s', async (_title, fault, code, pointer) => {
    const party = await openHub();
    expect((await party.call('PUT', PATH, station)).status).toBe(201);
    const before = await seen(party);
    const answer = await party.call(
      'PUT',
      PATH,
      { ...station, ...fault },
      { headers: { 'If-Match': '"1"' } },
    );
    expect(answer).toMatchObject({ status: 422, body: { code, errors: [{ pointer }] } });
    expect(JSON.stringify(answer.body)).not.toContain('张三丰');
    expect(await seen(party)).toEqual(before);
    expect(party.faults).toEqual([]);
  });
});

describe('a second entry of a point', () => {
  test.each([
    ['without the revision that it changes', STATION, {}, 428, 'PRECONDITION_REQUIRED'],
    ['with a revision that is past', STATION, { 'If-Match': '"7"' }, 412, 'REVISION_STALE'],
    ['by another operator', OTHER, { 'If-Match': '"1"' }, 403, 'ROLE_NOT_PERMITTED'],
  ])('%s is refused', async (_title, { partyId }, headers, status, code) => {
    const party = await openHub();
    await party.call('PUT', PATH, station);
    const before = await seen(party);
    const answer = await party.call(
      'PUT',
      PATH,
      { ...station, name: '改名服务点' },
      { as: partyId, headers },
    );
    expect(answer).toMatchObject({ status, body: { code } });
    expect(await seen(party)).toEqual(before);
  });

  test('replaces the first and is found by what it says now', async () => {
    const party = await openHub();
    await party.call('PUT', PATH, station);
    const replaced = await party.call(
      'PUT',
      PATH,
      { ...station, capabilities: ['COLD_BOX'] },
      { headers: { 'If-Match': '"1"' } },
    );
    expect(replaced).toMatchObject({ status: 200, body: { revision: 2 } });
    const found = async (query: string) =>
      (
        (await party.call('GET', `/v1/service-points?${query}`, undefined, { as: COURIER.partyId }))
          .body as { readonly items: readonly ServicePoint[] }
      ).items.length;
    expect(await found('capability=COLD_BOX')).toBe(1);
    expect(await found('capability=FARM_PRODUCE')).toBe(0);
    expect(await found('regionCode=210000')).toBe(1);
    expect(await found('regionCode=210202')).toBe(0);
    expect(await found('kind=PARK')).toBe(0);
    expect(party.faults).toEqual([]);
  });
});

const filing = {
  pointId: POINT,
  licenceNo: '国邮样例20260001L',
  filedAt: '2026-11-11T00:00:00+08:00',
  responsiblePerson: { name: '张三丰', mobile: '+8619900000001' },
};

const openOffice = () => createOneParty('regulator', COURIER, [RIVAL, STATION]);

const submit = async ({ call }: OneParty): Promise<string> => {
  const answer = await call('POST', '/v1/outlet-filings', filing);
  expect(answer).toMatchObject({ status: 201, body: { status: 'SUBMITTED' } });
  return (answer.body as OutletFiling).filingId;
};

const readFiling = async ({ call }: OneParty, id: string): Promise<OutletFiling> =>
  (await call('GET', `/v1/outlet-filings/${id}`)).body as OutletFiling;

const amend = async (party: OneParty, id: string, body: object) => {
  const { revision } = await readFiling(party, id);
  return party.call('PATCH', `/v1/outlet-filings/${id}`, body, {
    headers: { 'If-Match': `"${revision}"` },
  });
};

const filed = async (party: OneParty, ...facts: readonly string[]): Promise<string> => {
  const id = await submit(party);
  for (const fact of facts)
    if (fact === 'amend') await amend(party, id, { licenceNo: '国邮样例20260002L' });
    else
      expect(await party.cause('outlet-filings', id, fact)).toMatchObject({ state: 'SUCCEEDED' });
  return id;
};

const IN_FORCE = ['FILING_ACCEPTED', 'FILING_PUBLISHED'];

describe('a submission that is refused is not stored', () => {
  test.each([
    [
      'a masked name',
      { responsiblePerson: { name: '张**', mobile: '+8619900000001' } },
      422,
      'MASKED_VALUE_AS_INPUT',
      '/responsiblePerson/name',
    ],
    [
      'no number of the person',
      { responsiblePerson: { name: '张三丰' } },
      422,
      'RULE_VIOLATION',
      '/responsiblePerson',
    ],
    ['no licence', { licenceNo: '' }, 422, 'SCHEMA_VIOLATION', '/licenceNo'],
  ])('%s', async (_title, fault, status, code, pointer) => {
    const party = await openOffice();
    const answer = await party.call('POST', '/v1/outlet-filings', { ...filing, ...fault });
    expect(answer).toMatchObject({ status, body: { code, errors: [{ pointer }] } });
    await submit(party);
    expect(await party.events(FILING_CHANGED)).toHaveLength(1);
  });

  test('a second filing of a point is one until the first is cancelled', async () => {
    const party = await openOffice();
    const id = await submit(party);
    const again = () => party.call('POST', '/v1/outlet-filings', filing);
    expect(await again()).toMatchObject({ status: 409, body: { code: 'DUPLICATE' } });
    await party.cause('outlet-filings', id, 'POINT_CLOSED');
    expect((await again()).status).toBe(201);
    expect(party.faults).toEqual([]);
  });
});

describe('a filing', () => {
  test('is numbered when it is published, and every step is told', async () => {
    const party = await openOffice();
    const id = await filed(party, 'FILING_RETURNED', 'amend', ...IN_FORCE);
    expect(await readFiling(party, id)).toMatchObject({
      status: 'EFFECTIVE',
      filingNo: '2026-000001',
      licenceNo: '国邮样例20260002L',
    });
    expect(await readFiling(party, id)).not.toHaveProperty('remark');
    const told = await party.events(FILING_CHANGED);
    expect(told.map(({ toStatus }) => toStatus)).toEqual([
      'SUBMITTED',
      'RETURNED',
      'SUBMITTED',
      'ACCEPTED',
      'EFFECTIVE',
    ]);
    expect(JSON.stringify(told)).not.toContain('张三丰');
    expect(party.faults).toEqual([]);
  });

  test('is what it was after a change that was returned', async () => {
    const party = await openOffice();
    const id = await filed(party, ...IN_FORCE, 'amend');
    expect(await readFiling(party, id)).toMatchObject({
      status: 'CHANGE_SUBMITTED',
      licenceNo: '国邮样例20260002L',
    });
    await party.cause('outlet-filings', id, 'CHANGE_RETURNED');
    const after = await readFiling(party, id);
    expect(after).toMatchObject({
      status: 'EFFECTIVE',
      licenceNo: filing.licenceNo,
      filingNo: '2026-000001',
    });
    expect(after.remark).toBeDefined();
  });

  test('is changed by a change that was accepted', async () => {
    const party = await openOffice();
    const id = await filed(party, ...IN_FORCE, 'amend', 'CHANGE_ACCEPTED');
    expect(await readFiling(party, id)).toMatchObject({
      status: 'EFFECTIVE',
      licenceNo: '国邮样例20260002L',
    });
  });

  test('is nobody else’s to read', async () => {
    const party = await openOffice();
    const id = await submit(party);
    const read = await party.call('GET', `/v1/outlet-filings/${id}`, undefined, {
      as: RIVAL.partyId,
    });
    expect(read).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
  });

  const lifecycle = registry.lifecycles.find(({ entity }) => entity === 'outlet-filing');
  const ways: Readonly<Record<string, readonly string[]>> = {
    SUBMITTED: [],
    RETURNED: ['FILING_RETURNED'],
    ACCEPTED: ['FILING_ACCEPTED'],
    EFFECTIVE: IN_FORCE,
    CHANGE_SUBMITTED: [...IN_FORCE, 'amend'],
    CANCELLED: ['POINT_CLOSED'],
  };
  const isAmendable = (status: string): boolean =>
    lifecycle?.transitions.some(
      (row) => row.on === 'amend-outlet-filing' && row.from.includes(status),
    ) === true;

  test.each(Object.keys(ways))(
    'is amended from %s only where the table says so',
    async (status) => {
      const party = await openOffice();
      const id = await filed(party, ...(ways[status] ?? []));
      const before = await readFiling(party, id);
      expect(before.status).toBe(status);
      const answer = await amend(party, id, { licenceNo: '国邮样例20260003L' });
      expect(answer.status).toBe(isAmendable(status) ? 200 : 409);
      if (!isAmendable(status)) expect(await readFiling(party, id)).toEqual(before);
      expect(party.faults).toEqual([]);
    },
  );
});

test('a published inspection is read by anybody, and told to couriers', async () => {
  const party = await openOffice();
  await submit(party);
  await party.call('POST', '/v1/test-controls/actions', {
    action: 'CAUSE_FACT',
    input: { collection: 'inspections', fact: 'INSPECTION_PUBLISHED' },
  });
  const told = await party.events('org.openwaybill.servicepoint.inspection.published');
  expect(told).toMatchObject([{ pointId: POINT, result: 'PASSED' }]);
  const read = await party.call('GET', `/v1/inspections?pointId=${POINT}`, undefined, {
    as: 'NOBODY',
  });
  expect(read).toMatchObject({ status: 200, body: { items: told } });
  expect(party.faults).toEqual([]);
});

describe('the stock of a point', () => {
  const day = (
    dayOn: string,
    arrived: number,
    collected: number,
    returned: number,
    stored: number,
  ) => ({
    pointId: POINT,
    dayOn,
    arrivedCount: arrived,
    collectedCount: collected,
    returnedCount: returned,
    storedCount: stored,
  });
  const first = day('2026-11-11', 120, 80, 5, 35);
  const report = ({ call }: OneParty, body: object) => call('POST', '/v1/point-inventories', body);

  test.each([
    [
      'one parcel too many',
      day('2026-11-12', 100, 110, 0, 26),
      422,
      'RULE_VIOLATION',
      '/storedCount',
    ],
    [
      'more left than was there',
      day('2026-11-12', 0, 36, 0, 0),
      422,
      'RULE_VIOLATION',
      '/collectedCount',
    ],
    ['a day before the last', day('2026-11-10', 0, 0, 0, 35), 422, 'RULE_VIOLATION', '/dayOn'],
    ['a negative stock', day('2026-11-12', 0, 0, 0, -1), 422, 'SCHEMA_VIOLATION', '/storedCount'],
  ])('%s is refused', async (_title, body, status, code, pointer) => {
    const party = await createOneParty('courier', STATION);
    expect((await report(party, first)).status).toBe(201);
    const answer = await report(party, body);
    expect(answer).toMatchObject({ status, body: { code, errors: [{ pointer }] } });
    // what was refused counts for nothing
    expect((await report(party, day('2026-11-12', 100, 110, 0, 25))).status).toBe(201);
  });

  test('a day again is the same, and with other counts a duplicate', async () => {
    const party = await createOneParty('courier', STATION);
    const made = await report(party, first);
    expect(await report(party, first)).toMatchObject({ status: 200, body: made.body });
    const other = await report(party, { ...first, arrivedCount: 121, storedCount: 36 });
    expect(other).toMatchObject({ status: 409, body: { code: 'DUPLICATE' } });
    expect(party.faults).toEqual([]);
  });
});

test('what a courier says of a point reaches hub and regulator', async () => {
  const city = await createTestCity(['courier', 'hub', 'regulator', 'service-point']);
  const call = async (
    by: Role,
    at: Role,
    method: string,
    path: string,
    body?: object,
    match?: number,
  ) => {
    const response = await city.call(
      by,
      new Request(`${city.addressOf(at)}${path}`, {
        method,
        headers: {
          'OpenWaybill-Version': SPOKEN_VERSION,
          'Content-Type': 'application/json',
          ...(method === 'POST' ? { 'Idempotency-Key': nextKey() } : {}),
          ...(match === undefined ? {} : { 'If-Match': `"${match}"` }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
      at,
    );
    await city.settled();
    return { status: response.status, body: await response.json() };
  };
  const listed = () => call('service-point', 'hub', 'GET', '/v1/service-points');
  const submitted = await call('courier', 'regulator', 'POST', '/v1/outlet-filings', filing);
  expect(submitted.status).toBe(201);
  await call('service-point', 'courier', 'PUT', PATH, station);
  expect(await listed()).toMatchObject({ body: { items: [{ pointId: POINT, status: 'OPEN' }] } });
  const closed = { ...station, status: 'CLOSED' };
  expect((await call('service-point', 'courier', 'PUT', PATH, closed, 1)).status).toBe(200);
  expect(await listed()).toMatchObject({ body: { items: [{ pointId: POINT, status: 'CLOSED' }] } });
  const path = `/v1/outlet-filings/${(submitted.body as OutletFiling).filingId}`;
  expect(await call('courier', 'regulator', 'GET', path)).toMatchObject({
    status: 200,
    body: { status: 'CANCELLED' },
  });
  expect(city.faults).toEqual([]);
});
