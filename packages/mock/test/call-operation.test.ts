import { type Role, SPOKEN_VERSION, type TestActionRun } from '@openwaybill/schemas';
import { beforeAll, describe, expect, test } from 'vitest';
import { createTestCity, type TestCity } from './city.ts';
import { nextKey } from './exchange.ts';

let city: TestCity;
beforeAll(async () => {
  city = await createTestCity([
    'courier',
    'platform',
    'regulator',
    'hub',
    'warehouse',
    'customs-agent',
  ]);
});

const call = async (by: Role, at: Role, method: string, path: string, body?: unknown) => {
  const response = await city.call(
    by,
    new Request(`${city.addressOf(at)}${path}`, {
      method,
      headers: {
        'OpenWaybill-Version': SPOKEN_VERSION,
        ...(method === 'POST' ? { 'Idempotency-Key': nextKey() } : {}),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
    at,
  );
  await city.settled();
  return response.json();
};

/** Makes a party do something towards another, and answers how that ended. */
const act = async (at: Role, to: Role, action: string, input: object): Promise<TestActionRun> => {
  const path = '/v1/test-controls/actions';
  const { actionId } = (await call(to, at, 'POST', path, { action, input })) as {
    readonly actionId: string;
  };
  return (await call(to, at, 'GET', `${path}/${actionId}`)) as TestActionRun;
};

const callOperation = (at: Role, to: Role, operationId: string) =>
  act(at, to, 'CALL_OPERATION', { operationId });

const CALLS: readonly (readonly [Role, string, Role])[] = [
  ['courier', 'putVehicle', 'regulator'],
  ['courier', 'putVehicle', 'hub'],
  ['courier', 'addInsuranceCover', 'regulator'],
  ['courier', 'applyForPass', 'regulator'],
  ['courier', 'putDriverQualification', 'regulator'],
  ['courier', 'reportFleetEnergy', 'regulator'],
  ['courier', 'reportFleetEnergy', 'hub'],
  ['platform', 'submitDeclaration', 'customs-agent'],
];

describe('a party calls another with data of its own', () => {
  test.each(CALLS)('%s calls %s of %s, and again', async (at, operationId, to) => {
    for (let count = 0; count < 4; count += 1)
      expect(await callOperation(at, to, operationId)).toEqual({ state: 'SUCCEEDED', result: {} });
    expect(city.faults).toEqual([]);
  });

  test('goods are ordered out where there are some', async () => {
    const exhausted = await callOperation('platform', 'warehouse', 'createOutbound');
    expect(exhausted).toEqual({ state: 'FAILED', result: { code: 'OFFER_EXHAUSTED' } });
    const asnNo = 'ASN-1';
    await call('platform', 'warehouse', 'POST', '/v1/inbound-notices', {
      asnNo,
      warehouseId: 'DLC-F01',
      lines: [{ lineNo: 1, sku: 'TEA-01', expectedCount: 1 }],
      ssccs: [],
      expectedAt: '2026-11-30T09:00:00+08:00',
    });
    const fact = { collection: 'inbound-notices', resourceId: asnNo, fact: 'GOODS_RECEIVED' };
    expect(await act('warehouse', 'platform', 'CAUSE_FACT', fact)).toMatchObject({
      state: 'SUCCEEDED',
    });
    const ordered = await callOperation('platform', 'warehouse', 'createOutbound');
    expect(ordered).toEqual({ state: 'SUCCEEDED', result: {} });
    expect(city.faults).toEqual([]);
  });
});

const REFUSED: readonly (readonly [string, string, string])[] = [
  ['an operation of no standard', 'flyToTheMoon', 'CODE_UNKNOWN'],
  ['one that another role serves', 'applyForPass', 'ROLE_NOT_PERMITTED'],
  ['one that another role calls', 'createTrackingSubscription', 'ROLE_NOT_PERMITTED'],
  ['one for which it has no data', 'evaluateCredit', 'CODE_UNKNOWN'],
];

test.each(REFUSED)('a courier is not made to call %s', async (_, operationId, code) => {
  expect(await callOperation('courier', 'hub', operationId)).toEqual({
    state: 'FAILED',
    result: { code },
  });
});
