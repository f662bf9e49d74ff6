import { registry } from '@openwaybill/schemas';
import { describe, expect, test } from 'vitest';
import { createOneParty, type OneParty } from './one-party.ts';

const COURIER = { partyId: 'ZZEXPRESS', role: 'courier', name: '示例速运' } as const;
const OTHER = { partyId: 'YYEXPRESS', role: 'courier', name: '另一速运' } as const;
const OFFICE = { partyId: 'OFFICE1', role: 'regulator', name: '业务系统' } as const;
const INSURER = { partyId: 'INSURER1', role: 'insurer', name: '示例保险' } as const;

const idOf = (index: number): string =>
  `019398a0-0000-7000-8000-${String(index).padStart(12, '0')}`;
const TRICYCLE = idOf(1);
const PATH = `/v1/vehicles/${TRICYCLE}`;

const tricycle = {
  fleetNo: '210200-ZZ-00001',
  kind: 'E_TRICYCLE',
  isStandardModel: true,
  energy: 'BEV',
  emissionStandard: 'ZERO',
  hasUnifiedMarking: true,
  status: 'IN_USE',
};
const cover = {
  policyNo: 'PL-1',
  kind: 'THIRD_PARTY',
  validFromOn: '2026-01-01',
  validToOn: '2027-12-31',
};
const application = {
  vehicleIds: [TRICYCLE],
  zones: [{ countryCode: 'CN', regionCode: '210202', regionCodeVersion: 'NBS-2023' }],
  windows: [{ weekday: 1, from: '07:00', to: '09:00' }],
  fromOn: '2026-12-01',
  toOn: '2026-12-31',
};
const accident = {
  accidentId: idOf(9),
  vehicleId: TRICYCLE,
  occurredAt: '2026-11-11T08:00:00+08:00',
  region: { countryCode: 'CN', regionCode: '210202', regionCodeVersion: 'NBS-2023' },
  severity: 'MINOR',
  injuredCount: 0,
  fatalCount: 0,
};

const registered = async (): Promise<OneParty> => {
  const party = await createOneParty('regulator', COURIER, [OTHER, OFFICE, INSURER]);
  expect((await party.call('PUT', PATH, tricycle)).status).toBe(201);
  return party;
};

const bodyOf = async ({ call }: OneParty, path: string): Promise<Record<string, unknown>> =>
  (await call('GET', path)).body as Record<string, unknown>;

describe('bad input is refused and changes nothing', () => {
  test.each([
    [
      'a number that another vehicle has',
      { method: 'PUT', path: `/v1/vehicles/${idOf(2)}`, body: tricycle },
      { status: 409, code: 'DUPLICATE', pointer: '/fleetNo' },
    ],
    [
      'a diesel that is said not to emit',
      {
        method: 'PUT',
        path: `/v1/vehicles/${idOf(3)}`,
        body: { ...tricycle, fleetNo: '210200-ZZ-00003', energy: 'DIESEL' },
      },
      { status: 422, code: 'RULE_VIOLATION', pointer: '/energy' },
    ],
    [
      'a change without the revision that it changes',
      { method: 'PUT', path: PATH, body: { ...tricycle, status: 'SUSPENDED' } },
      { status: 428, code: 'PRECONDITION_REQUIRED', pointer: undefined },
    ],
    [
      'a change of a revision that is gone',
      {
        method: 'PUT',
        path: PATH,
        body: { ...tricycle, status: 'SUSPENDED' },
        headers: { 'If-Match': '"7"' },
      },
      { status: 412, code: 'REVISION_STALE', pointer: undefined },
    ],
    [
      'a cover of a vehicle that nobody registered',
      { method: 'POST', path: `/v1/vehicles/${idOf(4)}/insurance-covers`, body: cover },
      { status: 404, code: 'NOT_FOUND', pointer: undefined },
    ],
    [
      'a cover that ends before it begins',
      {
        method: 'POST',
        path: `${PATH}/insurance-covers`,
        body: { ...cover, validToOn: '2025-01-01' },
      },
      { status: 422, code: 'RULE_VIOLATION', pointer: '/validToOn' },
    ],
    [
      'a pass for a vehicle without insurance',
      { method: 'POST', path: '/v1/pass-permits', body: application },
      { status: 422, code: 'RULE_VIOLATION', pointer: '/vehicleIds/0' },
    ],
    [
      'a pass for a vehicle of nobody',
      {
        method: 'POST',
        path: '/v1/pass-permits',
        body: { ...application, vehicleIds: [idOf(5)] },
      },
      { status: 404, code: 'NOT_FOUND', pointer: undefined },
    ],
    [
      'a pass for nowhere',
      {
        method: 'POST',
        path: '/v1/pass-permits',
        body: { ...application, zones: undefined },
      },
      { status: 422, code: 'RULE_VIOLATION', pointer: '' },
    ],
    [
      'a name of a driver',
      {
        method: 'PUT',
        path: '/v1/driver-qualifications/drv-7f3a91',
        body: {
          trainingHourCount: 1,
          lastSafetyTrainingOn: '2026-10-12',
          licenceClass: 'C1',
          name: '张三丰',
        },
      },
      { status: 422, code: 'SCHEMA_VIOLATION', pointer: '' },
    ],
    [
      'an accident of a vehicle that nobody registered',
      { method: 'POST', path: '/v1/accident-reports', body: { ...accident, vehicleId: idOf(6) } },
      { status: 404, code: 'NOT_FOUND', pointer: undefined },
    ],
  ])('%s', async (_title, { method, path, body, ...sent }, want) => {
    const party = await registered();
    const before = [await bodyOf(party, '/v1/vehicles'), await bodyOf(party, '/v1/pass-permits')];
    const { status, body: answer } = await party.call(method, path, body, sent);
    const { code, errors } = answer as {
      readonly code: string;
      readonly errors?: readonly { readonly pointer: string }[];
    };
    expect({ status, code, pointer: errors?.[0]?.pointer }).toEqual(want);
    expect([await bodyOf(party, '/v1/vehicles'), await bodyOf(party, '/v1/pass-permits')]).toEqual(
      before,
    );
    expect(party.faults).toEqual([]);
  });
});

describe('the number of a vehicle', () => {
  test('another courier cannot take it, and sees nothing of the vehicle', async () => {
    const party = await registered();
    const as = OTHER.partyId;
    expect((await party.call('PUT', PATH, tricycle, { as })).status).toBe(409);
    expect((await party.call('GET', '/v1/vehicles', undefined, { as })).body).toEqual({
      items: [],
    });
  });

  test('it is free once the vehicle is retired', async () => {
    const party = await registered();
    const headers = { 'If-Match': '"1"' };
    await party.call('PUT', PATH, { ...tricycle, status: 'RETIRED' }, { headers });
    expect((await party.call('PUT', `/v1/vehicles/${idOf(2)}`, tricycle)).status).toBe(201);
    expect(await party.events('org.openwaybill.vehicle.tag.issued')).toHaveLength(2);
  });
});

const granted = async (): Promise<{ readonly party: OneParty; readonly permitId: string }> => {
  const party = await registered();
  expect(
    (await party.call('POST', `${PATH}/insurance-covers`, cover, { as: INSURER.partyId })).status,
  ).toBe(201);
  const applied = await party.call('POST', '/v1/pass-permits', application);
  const { permitId } = applied.body as { readonly permitId: string };
  expect(await party.cause('pass-permits', permitId, 'GRANT')).toMatchObject({
    state: 'SUCCEEDED',
  });
  return { party, permitId };
};

describe('a pass', () => {
  const revoke = (
    { party, permitId }: Awaited<ReturnType<typeof granted>>,
    as: string = OFFICE.partyId,
  ) => party.call('POST', `/v1/pass-permits/${permitId}/revoke`, undefined, { as });

  test('a revoked one shows as such at once, and is revoked once', async () => {
    const all = await granted();
    expect((await revoke(all)).status).toBe(200);
    expect(await bodyOf(all.party, '/v1/pass-permits')).toMatchObject({
      items: [{ status: 'REVOKED', revision: 3 }],
    });
    expect(await revoke(all)).toMatchObject({
      status: 409,
      body: { code: 'STATE_ILLEGAL', from: 'REVOKED' },
    });
    expect(
      (await all.party.events('org.openwaybill.vehicle.permit.changed')).map((one) => one.toStatus),
    ).toEqual(['APPLIED', 'GRANTED', 'REVOKED']);
  });

  test('its courier cannot revoke it', async () => {
    expect(await revoke(await granted(), COURIER.partyId)).toMatchObject({
      status: 403,
      body: { code: 'ROLE_NOT_PERMITTED' },
    });
  });

  test('it is over when its last day is', async () => {
    const { party } = await granted();
    await party.call('POST', '/v1/test-controls/clock/advance', { by: 'P60D' });
    expect(await bodyOf(party, '/v1/pass-permits')).toMatchObject({
      items: [{ status: 'EXPIRED' }],
    });
  });

  test('one that is over is neither revoked nor granted again', async () => {
    const all = await granted();
    await all.party.call('POST', '/v1/test-controls/clock/advance', { by: 'P60D' });
    expect(await revoke(all)).toMatchObject({
      status: 409,
      body: { code: 'STATE_ILLEGAL', from: 'EXPIRED' },
    });
    expect(await all.party.cause('pass-permits', all.permitId, 'GRANT')).toMatchObject({
      state: 'FAILED',
    });
    expect(await bodyOf(all.party, '/v1/pass-permits')).toMatchObject({
      items: [{ status: 'EXPIRED' }],
    });
  });

  test('a vehicle out of use is not granted one', async () => {
    const party = await registered();
    await party.call('POST', `${PATH}/insurance-covers`, cover);
    const applied = await party.call('POST', '/v1/pass-permits', application);
    const { permitId } = applied.body as { readonly permitId: string };
    const headers = { 'If-Match': '"1"' };
    await party.call('PUT', PATH, { ...tricycle, status: 'SUSPENDED' }, { headers });
    expect(await party.cause('pass-permits', permitId, 'GRANT')).toMatchObject({ state: 'FAILED' });
  });
});

const lifecycle = registry.lifecycles.find(({ entity }) => entity === 'pass-permit');

test.each(
  Object.keys(lifecycle?.states ?? {}).filter((state) => !['GRANTED', 'EXPIRED'].includes(state)),
)('a pass that is %s cannot be revoked', async (state) => {
  const party = await registered();
  await party.call('POST', `${PATH}/insurance-covers`, cover);
  const applied = await party.call('POST', '/v1/pass-permits', application);
  const { permitId } = applied.body as { readonly permitId: string };
  const path = `/v1/pass-permits/${permitId}/revoke`;
  if (state === 'REFUSED') await party.cause('pass-permits', permitId, 'REFUSE');
  if (state === 'REVOKED') {
    await party.cause('pass-permits', permitId, 'GRANT');
    await party.call('POST', path, undefined, { as: OFFICE.partyId });
  }
  expect(await party.call('POST', path, undefined, { as: OFFICE.partyId })).toMatchObject({
    status: 409,
    body: { code: 'STATE_ILLEGAL', from: state },
  });
});

describe('an accident', () => {
  test('a report twice is one accident, another under its id is refused', async () => {
    const party = await registered();
    const report = (more = {}) =>
      party.call('POST', '/v1/accident-reports', { ...accident, ...more });
    expect((await report()).status).toBe(201);
    expect((await report()).status).toBe(200);
    expect(await report({ severity: 'MAJOR' })).toMatchObject({
      status: 409,
      body: { code: 'DUPLICATE' },
    });
  });

  test('a courier tells its insurers of it', async () => {
    const party = await createOneParty('courier', INSURER);
    const started = await party.call('POST', '/v1/test-controls/actions', {
      action: 'CAUSE_FACT',
      input: { collection: 'accident-reports', fact: 'ACCIDENT' },
    });
    expect(started.status).toBe(202);
    expect(await party.events('org.openwaybill.vehicle.accident.reported')).toMatchObject([
      { severity: 'MINOR' },
    ]);
    expect(party.faults).toEqual([]);
  });
});
