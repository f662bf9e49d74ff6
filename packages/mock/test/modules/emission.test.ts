import type { Role } from '@openwaybill/schemas';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestMock, type TestMock } from '../../src/testing.ts';
import { type Caller, callerOf, exchange } from '../exchange.ts';

const LEG = '019398a0-0000-7000-8000-0000000000a1';
const night = {
  legId: LEG,
  reportRevision: 1,
  mode: 'ROAD',
  energy: 'DIESEL',
  distanceMetres: 386_000,
  payloadGrams: 4000,
  loadFactorPercent: 71,
  emptyMetres: 12_000,
  energyWattHours: 1_080_000,
  co2eGrams: 288_101,
  method: { code: 'DEFAULT_FACTORS', version: '2026-1' },
  parcels: [
    { waybillNo: 'ZZ010000000016', weightGrams: 1000 },
    { waybillNo: 'ZZ010000000024', weightGrams: 3000 },
  ],
  departedAt: '2026-11-09T22:00:00+08:00',
  arrivedAt: '2026-11-10T03:10:00+08:00',
};

const partyOf = (partyId: string, role: Role) => ({ partyId, role, name: partyId });
const refusalOf = (body: { code?: string; errors?: { pointer: string; rule: string }[] }) =>
  [body.code, body.errors?.[0]?.pointer, body.errors?.[0]?.rule].filter(Boolean).join(' ');

describe('at a hub', () => {
  let mock: TestMock;
  let call: Caller;
  let faults: string[];
  const report = (more: object = {}, as = 'ZZEXPRESS') =>
    call('POST', '/v1/transport-legs', { ...night, ...more }, { as });
  const leg = (as = 'ZZEXPRESS') => call('GET', `/v1/transport-legs/${LEG}`, undefined, { as });
  const verify = async () => {
    const started = await call('POST', '/v1/test-controls/actions', {
      action: 'CAUSE_FACT',
      input: { collection: 'transport-legs', resourceId: LEG, fact: 'VERIFIED' },
    });
    await mock.settled();
    return (await call('GET', `/v1/test-controls/actions/${started.body.actionId}`)).body.state;
  };

  beforeEach(async () => {
    faults = [];
    mock = await createTestMock({
      role: 'hub',
      partyId: 'HUB1',
      counterparties: [partyOf('ZZEXPRESS', 'courier'), partyOf('YYEXPRESS', 'courier')],
    });
    call = callerOf(mock, 'https://hub.test', 'ZZEXPRESS', faults);
  });
  afterEach(async () => {
    await mock.settled();
    expect(faults).toEqual([]);
  });

  test.each<[string, object, string]>([
    ['emptier than it was long', { emptyMetres: 386_001 }, 'RULE_VIOLATION /emptyMetres EMI-003'],
    ['fuller than full', { loadFactorPercent: 101 }, 'SCHEMA_VIOLATION /loadFactorPercent maximum'],
    ['without a method', { method: undefined }, 'SCHEMA_VIOLATION required'],
    [
      'of no version of a method',
      { method: { code: 'GLEC' } },
      'SCHEMA_VIOLATION /method required',
    ],
    ['by a mode of no list', { mode: 'CANAL' }, 'CODE_UNKNOWN /mode enum'],
    ['with half a gram', { co2eGrams: 1.5 }, 'SCHEMA_VIOLATION /co2eGrams type'],
    [
      'there before it left',
      { arrivedAt: '2026-11-09T13:59:59Z' },
      'RULE_VIOLATION /arrivedAt DSC-023',
    ],
    [
      'with a parcel twice',
      { parcels: [night.parcels[0], night.parcels[0]] },
      'RULE_VIOLATION /parcels/1/waybillNo DSC-023',
    ],
  ])('a leg %s is refused', async (_title, more, want) => {
    expect(refusalOf((await report(more)).body)).toBe(want);
    expect((await leg()).status).toBe(404);
  });

  test('a repeat or an older report changes nothing, a newer one replaces it', async () => {
    const first = await report();
    expect(first.status).toBe(201);
    const again = await report();
    expect([again.status, again.body]).toEqual([200, first.body]);
    const newer = await report({ reportRevision: 3, co2eGrams: 288_000, vehicleId: LEG });
    expect(newer.body).toMatchObject({ reportRevision: 3, co2eGrams: 288_000, revision: 2 });
    const older = await report({ reportRevision: 2, co2eGrams: 1 });
    expect([older.status, older.body]).toEqual([200, newer.body]);
    const without = await report({ reportRevision: 4 });
    expect(without.body.vehicleId).toBeUndefined();
    expect((await leg()).body).toEqual(without.body);
  });

  test('another report under the same revision is refused', async () => {
    await report();
    const before = (await leg()).body;
    const other = await report({ co2eGrams: 1 });
    expect([other.status, other.body.code]).toEqual([409, 'DUPLICATE']);
    expect((await leg()).body).toEqual(before);
  });

  test('a verified leg is not corrected, and still repeated', async () => {
    await report();
    expect(await verify()).toBe('SUCCEEDED');
    const before = (await leg()).body;
    expect(before).toMatchObject({ status: 'VERIFIED', revision: 2 });
    const newer = await report({ reportRevision: 2, co2eGrams: 1 });
    expect([newer.status, newer.body.code, newer.body.from]).toEqual([
      409,
      'STATE_ILLEGAL',
      'VERIFIED',
    ]);
    expect((await report()).status).toBe(200);
    expect(await verify()).toBe('FAILED');
    expect((await leg()).body).toEqual(before);
  });

  test('the leg of one courier is no leg of another', async () => {
    await report();
    expect((await leg('YYEXPRESS')).status).toBe(404);
    expect((await report({ co2eGrams: 7 }, 'YYEXPRESS')).status).toBe(201);
    expect((await leg()).body.co2eGrams).toBe(288_101);
  });

  const fleet = {
    period: { fromOn: '2026-10-01', toOn: '2026-10-31' },
    regionCode: '210200',
    regionCodeVersion: 'NBS-2023',
    rows: [
      { energy: 'BEV', vehicleCount: 412 },
      { energy: 'DIESEL', vehicleCount: 205 },
    ],
    newEnergyPerMille: 667,
  };
  const sea = {
    mode: 'SEA',
    fromRegionCode: '210202',
    toRegionCode: '370602',
    plannedDepartureAt: '2026-11-22T20:00:00+08:00',
  };
  const rail = { ...sea, mode: 'RAIL', fromRegionCode: '370602', toRegionCode: '310106' };

  test.each<[string, string, object, number, string]>([
    ['a fleet whose share follows', 'fleet-energy-shares', fleet, 201, ''],
    [
      'a fleet whose share was rounded up',
      'fleet-energy-shares',
      { ...fleet, newEnergyPerMille: 668 },
      422,
      'RULE_VIOLATION /newEnergyPerMille EMI-004',
    ],
    [
      'a fleet with an energy twice',
      'fleet-energy-shares',
      { ...fleet, rows: [...fleet.rows, { energy: 'BEV', vehicleCount: 0 }] },
      422,
      'RULE_VIOLATION /rows/2/energy DSC-023',
    ],
    [
      'a facility that ends before it begins',
      'facility-energies',
      {
        facilityId: 'DLC-H1',
        period: { fromOn: '2026-10-31', toOn: '2026-10-01' },
        electricityWattHours: 1,
        parcelCount: 1,
      },
      422,
      'RULE_VIOLATION /period/toOn date-order',
    ],
    [
      'a plan with a hole',
      'multimodal-plans',
      {
        planId: LEG,
        regionCodeVersion: 'NBS-2023',
        legs: [sea, { ...rail, fromRegionCode: '370102' }],
      },
      422,
      'RULE_VIOLATION /legs/1/fromRegionCode DSC-023',
    ],
    [
      'a plan that joins',
      'multimodal-plans',
      { planId: LEG, regionCodeVersion: 'NBS-2023', legs: [sea, rail] },
      201,
      '',
    ],
  ])('%s', async (_title, collection, body, status, want) => {
    const answer = await call('POST', `/v1/${collection}`, body);
    expect([answer.status, refusalOf(answer.body)]).toEqual([status, want]);
  });
});

describe('at a courier', () => {
  const moving = async (count: number) => {
    const { toCourier, act, settled, faults } = await exchange();
    const numbers: string[] = [];
    for (let index = 0; index < count; index += 1) {
      const order = await act('platform', 'SUBMIT_ORDER', { consigneeSeed: `leg-${index}` });
      const { orderNo } = order.result;
      const { result } = await act('platform', 'CREATE_WAYBILL', { orderNo });
      numbers.push(result.waybillNo);
      await toCourier('POST', '/v1/test-controls/scans', {
        carrierCode: 'ZZ',
        waybillNo: result.waybillNo,
        eventCode: 'PICKED_UP',
        occurredAt: '2026-11-11T00:00:00+08:00',
      });
    }
    const footprint = async (waybillNo: string) =>
      (await toCourier('GET', `/v1/parcels/ZZ/${waybillNo}/footprint`)).body;
    const arrive = async () =>
      (await act('courier', 'CAUSE_FACT', { collection: 'transport-legs', fact: 'ARRIVED' })).state;
    return { numbers, footprint, arrive, toCourier, settled, faults };
  };

  test('a parcel that no leg carried has an empty footprint', async () => {
    const { numbers, footprint, faults } = await moving(1);
    expect(await footprint(numbers[0] ?? '')).toMatchObject({ legs: [], totalCo2eGrams: 0 });
    expect(faults).toEqual([]);
  });

  test('three parcels of one weight share a leg to the gram', async () => {
    const { numbers, footprint, arrive, faults } = await moving(3);
    expect(await arrive()).toBe('SUCCEEDED');
    const shares = (await Promise.all(numbers.map(footprint))).map((one) => one.totalCo2eGrams);
    expect(Math.min(...shares)).toBeGreaterThan(0);
    expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
    expect(await arrive()).toBe('SUCCEEDED');
    expect((await footprint(numbers[0] ?? '')).legs).toHaveLength(2);
    expect(faults).toEqual([]);
  });

  test('the footprint of a parcel that is not there is not found', async () => {
    const { toCourier } = await moving(0);
    expect((await toCourier('GET', '/v1/parcels/ZZ/ZZ999999999999/footprint')).status).toBe(404);
  });
});
